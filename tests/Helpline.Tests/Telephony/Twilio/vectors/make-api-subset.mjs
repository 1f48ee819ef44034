// Cuts the operations we call out of Twilio's own API description, spec/json/twilio_api_v2010.json of
// github.com/twilio/twilio-oai (made from d50069b4): npm run -s subset -- twilio_api_v2010.json > twilio-api-subset.json
import { readFileSync } from 'node:fs';

const account = '/2010-04-01/Accounts/{AccountSid}';
const called = [
  'POST /Calls.json', 'POST /Calls/{Sid}.json', 'GET /Calls/{Sid}.json',
  'POST /Calls/{CallSid}/Recordings.json', 'POST /Calls/{CallSid}/Recordings/{Sid}.json',
  'GET /Conferences.json', 'POST /Conferences/{Sid}.json',
  'GET /Conferences/{ConferenceSid}/Participants.json', 'POST /Conferences/{ConferenceSid}/Participants.json',
  'POST /Conferences/{ConferenceSid}/Participants/{CallSid}.json',
  'DELETE /Conferences/{ConferenceSid}/Participants/{CallSid}.json',
  'GET /Recordings.json', 'DELETE /Recordings/{Sid}.json',
  'POST /Messages.json',
];

const { paths } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const subset = called.map(name => {
  const [method, path] = name.split(' ');
  const operation = paths[account + path][method.toLowerCase()];
  const form = operation.requestBody?.content['application/x-www-form-urlencoded'].schema;
  return {
    method,
    path: account + path,
    query: operation.parameters.filter(p => p.in === 'query').map(p => p.name),
    form: Object.keys(form?.properties ?? {}),
    required: form?.required ?? [],
    answers: Object.keys(operation.responses),
  };
});
console.log(`[\n${subset.map(one => ` ${JSON.stringify(one)}`).join(',\n')}\n]`);
