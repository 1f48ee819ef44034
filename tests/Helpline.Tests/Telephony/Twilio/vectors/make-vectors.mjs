// Computes vectors.json with Twilio's own library: npm ci --ignore-scripts && npm run make
import twilio from 'twilio';

const token = '0123456789abcdef0123456789abcdef';
const host = 'https://helpline.example.org';
const sid = 'CA00000000000000000000000000000001';
const account = 'AC00000000000000000000000000000001';
const ring = {
  AccountSid: account, ApiVersion: '2010-04-01', CallSid: sid, CallStatus: 'ringing', Called: '+77172000000',
  Caller: '+77010000001', Direction: 'inbound', From: '+77010000001', To: '+77172000000', CallerCity: '', FromCountry: 'KZ',
};

// Requests: signed for `signed`, seen by us as `url`. The library says whether they match.
const request = (name, form, { url, signed = url, key = token, as = key }) => {
  const signature = twilio.getExpectedTwilioSignature(key, signed, form);
  const valid = twilio.validateRequest(as, signature, url, form);
  const pairs = Object.entries(form).flatMap(([k, v]) => [v].flat().map(one => [k, one]));
  return { name, url, signed, token: key, checkedWith: as, form: pairs, signature, valid };
};

const ended = { CallSid: sid, CallStatus: 'completed' };
const requests = [
  request('example of the manual', {
    CallSid: 'CA1234567890ABCDE', Caller: '+14158675310', Digits: '1234', From: '+14158675310', To: '+18005551212',
  }, { url: 'https://example.com/myapp.php?foo=1&bar=2', key: '12345' }),
  request('example of 2016', {
    CallSid: 'CA1234567890ABCDE', Caller: '+12349013030', Digits: '1234', From: '+12349013030', To: '+18005551212',
  }, { url: 'https://mycompany.com/myapp.php?foo=1&bar=2', key: '12345' }),
  request('incoming call with an empty field', ring, { url: `${host}/voice/incoming` }),
  request('kazakh name', {
    AccountSid: account, CallSid: sid, Digits: '2', FinishedOnKey: '', msg: 'Gather End', CallerName: 'Әйгерім Ә.',
    From: '+77010000001', To: '+77172000000',
  }, { url: `${host}/voice/language?attempt=1&lang=kk` }),
  request('emoji and combining marks', { CallSid: sid, CallerName: '👩‍👧 e\u0301 ё Ё', Ә: 'і' }, { url: `${host}/voice/incoming` }),
  request('repeated key and both cases', { B: ['b', 'a', 'b'], a: '1', A: '2' }, { url: `${host}/voice/x` }),
  request('repeated key of one value', { StatusCallbackEvent: ['ringing', 'ringing', 'ringing'] }, { url: `${host}/voice/x` }),
  request('keys where one starts like another', { CallSid: '1', Call: 'Sid1', CallS: 'id', 'Call Sid': ' ' }, { url: `${host}/voice/x` }),
  request('white space is kept', { Body: '  two  words\t\r\n', From: ' ' }, { url: `${host}/voice/x` }),
  request('plus and percent in values', { To: '+7 701+%2B', q: '100 %', amp: 'a&b=c' }, { url: `${host}/voice/x` }),
  request('nothing at all', {}, { url: `${host}/voice/x` }),
  request('no path', ended, { url: host }),
  request('query right after the host', ended, { url: `${host}?a=1` }),
  request('query with percent-encoding', ended, { url: `${host}/voice/wait?seq=3&name=%D3%99%20%2b&e=&flag` }),
  request('query with a plus', ended, { url: `${host}/voice/wait?to=+77010000001` }),
  request('query with an address in it', ended, { url: `${host}/voice/fallback?ErrorUrl=https://other.example:8443/a?b=c` }),
  request('quotes and brackets as they are', ended, { url: `${host}/voice/it's?a='b'&c=[1]&d={2}|3` }),
  request('query of a GET', {}, { url: `${host}/voice/wait?CallSid=CA1&QueuePosition=3` }),
  request('ipv6 host', ended, { url: 'https://[2001:db8::1]/voice/status' }),
  request('ipv6 host, signed with the port', ended, { url: 'https://[2001:db8::1]/voice/status', signed: 'https://[2001:db8::1]:443/voice/status' }),
  request('ipv6 host with a port', ended, { url: 'https://[2001:db8::1]:8443/voice/status', signed: 'https://[2001:db8::1]/voice/status' }),
  ...['', ':8443', ':443'].flatMap(seen => ['', ':8443', ':443'].map(signed =>
    request(`seen with port "${seen}", signed with "${signed}"`, ended,
      { url: `${host}${seen}/voice/status`, signed: `${host}${signed}/voice/status` }))),
  ...['', ':80', ':5080'].flatMap(seen => ['', ':80', ':443', ':5080'].map(signed =>
    request(`plain, seen with port "${seen}", signed with "${signed}"`, ended,
      { url: `http://127.0.0.1${seen}/voice/status`, signed: `http://127.0.0.1${signed}/voice/status` }))),
  request('another token', ring, { url: `${host}/voice/incoming`, as: 'fedcba9876543210fedcba9876543210' }),
  request('token with a trailing space', ring, { url: `${host}/voice/incoming`, as: `${token} ` }),
  request('token beyond ascii', ring, { url: `${host}/voice/incoming`, key: 'құпия' }),
  request('another path', ring, { url: `${host}/voice/incoming`, signed: `${host}/voice/incoming/` }),
  request('another scheme', ring, { url: `${host}/voice/incoming`, signed: 'http://helpline.example.org/voice/incoming' }),
  request('query in another order', ring, { url: `${host}/voice/wait?a=1&b=2`, signed: `${host}/voice/wait?b=2&a=1` }),
];

const body = (name, sent, received = sent) => {
  const hash = twilio.getExpectedBodyHash(sent);
  const url = `${host}/voice/json?bodySHA256=${hash}`;
  const signature = twilio.getExpectedTwilioSignature(token, url, {});
  return { name, url, token, body: received, hash, signature, valid: twilio.validateRequestWithBody(token, signature, url, received) };
};
const bodies = [
  body('json', '{"CallSid":"CA00000000000000000000000000000001","Event":"ендi"}'),
  body('json with one space more', '{"CallSid":"CA00000000000000000000000000000001","Event":"ендi"}', '{"CallSid":"CA00000000000000000000000000000001","Event":"ендi"} '),
  body('empty', ''),
];

const accessToken = (name, now, { identity, region }) => {
  const time = Date.now;
  Date.now = () => now * 1000;
  const secret = 'secret-for-test-only-0123456789ab';
  const key = 'SK00000000000000000000000000000002';
  const app = 'AP00000000000000000000000000000003';
  const jwt = new twilio.jwt.AccessToken(account, key, secret, { identity, ttl: 3600, region });
  jwt.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ outgoingApplicationSid: app }));
  const made = { name, now, account, key, secret, app, identity, region, jwt: jwt.toJwt() };
  Date.now = time;
  return made;
};
const accessTokens = [
  accessToken('a counselor', 1700000000, { identity: 'counselor1' }),
  accessToken('in an irish account', 1700000000, { identity: 'counselor1', region: 'ie1' }),
  accessToken('a longer name', 1900000001, { identity: 'u_0123456789_ABCDEF' }),
];

const twiml = (name, write) => {
  const response = new twilio.twiml.VoiceResponse();
  write(response);
  return { name, xml: response.toString() };
};
const POST = { method: 'POST' };
const gather = { input: 'dtmf', action: '/voice/language?try=1', ...POST, timeout: 6, numDigits: 1, finishOnKey: '', actionOnEmptyResult: true };
const room = {
  startConferenceOnEnter: true, endConferenceOnExit: true, beep: 'false', muted: false, participantLabel: 'caller', waitUrl: '',
  maxParticipants: 3, jitterBufferSize: 'small', statusCallback: '/voice/conference?a=1&b=2', statusCallbackMethod: 'POST',
  statusCallbackEvent: 'start end join leave mute hold',
};
const leg = {
  url: '/voice/counselor', ...POST, statusCallback: '/voice/status', statusCallbackMethod: 'POST',
  statusCallbackEvent: 'initiated ringing answered completed',
};
const documents = [
  twiml('nothing', () => {}),
  twiml('play', r => r.play('/prompts/kk/welcome.wav')),
  twiml('play on and on', r => r.play({ loop: 0 }, '/prompts/music.wav')),
  twiml('play with an ampersand', r => r.play('/prompts/say?place=3&lang=kk')),
  twiml('gather', r => { const g = r.gather(gather); g.play('/prompts/kk/menu.wav'); g.pause({ length: 1 }); }),
  twiml('gather with defaults', r => r.gather({ input: 'dtmf', action: '/voice/wait-key', ...POST })),
  twiml('enqueue', r => r.enqueue({ action: '/voice/queue-exit?seq=1', ...POST, waitUrl: '/voice/wait?seq=1', waitUrlMethod: 'POST' }, 'helpline-wait')),
  twiml('leave', r => r.leave()),
  twiml('conference of the caller', r => r.dial({ action: '/voice/after', ...POST, timeLimit: 14400 }).conference(room, 'hv-1')),
  twiml('conference of a coach', r => r.dial({ action: '/voice/after', ...POST })
    .conference({ startConferenceOnEnter: false, endConferenceOnExit: false, beep: 'false', muted: true, waitUrl: '/voice/music', waitMethod: 'POST', coach: sid }, 'hv-1')),
  twiml('client', r => {
    const c = r.dial({ action: '/voice/after', ...POST, timeout: 20, answerOnBridge: true }).client(leg);
    c.identity('counselor1');
    c.parameter({ name: 'ticket', value: 'a<b>&"c"\'' });
  }),
  twiml('number', r => r.dial({ action: '/voice/after', ...POST, timeout: 20, callerId: '+77172000000' }).number(leg, '+77010000001')),
  twiml('sip', r => r.dial({ action: '/voice/after', ...POST }).sip('sip:counselor1@example.org')),
  twiml('redirect', r => r.redirect(POST, '/voice/wait?seq=1')),
  twiml('pause', r => r.pause({ length: 5 })),
  twiml('hangup', r => r.hangup()),
  twiml('reject', r => r.reject({ reason: 'busy' })),
  twiml('record', r => r.record({
    action: '/voice/recorded', ...POST, maxLength: 180, timeout: 5, finishOnKey: '#', playBeep: true,
    recordingStatusCallback: '/voice/recording', recordingStatusCallbackMethod: 'POST', recordingStatusCallbackEvent: 'completed absent',
  })),
  twiml('several verbs', r => { r.play('/prompts/ru/please-hold.wav'); r.redirect(POST, '/voice/wait'); }),
  twiml('kazakh text', r => r.enqueue({ action: '/voice/қ', ...POST, waitUrl: '/voice/ә', waitUrlMethod: 'POST' }, 'күту і')),
];

console.log(JSON.stringify({ madeWith: 'npm twilio 6.2.0', requests, bodies, accessTokens, documents }, null, 1));
