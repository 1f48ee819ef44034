// Plays stories of twilio-phone.js on a made-up Twilio device: node story.mjs <twilio-phone.js>
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

class Call extends EventEmitter {
    state = 'connecting';
    status() { return this.state; }
    mute(muted) { this.emit('mute', muted); }
    disconnect() { this.state = 'closed'; this.emit('disconnect', this); }
}

class Device extends EventEmitter {
    constructor(token, options) { super(); Object.assign(this, { token, options }); devices.push(this); }
    connect({ params }) { this.params = params; return new Promise((resolve, reject) => Object.assign(this, { resolve, reject })); }
    updateToken(token) { this.token = token; }
    destroy() { this.destroyed = true; }
    audio = { outgoing: on => { this.tones = on; }, disconnect: () => {} };
}

const devices = [];
globalThis.MadeUpDevice = Device;
const folder = mkdtempSync(join(tmpdir(), 'softphone-'));
after(() => rmSync(folder, { recursive: true }));
const sdk = join(folder, 'node_modules/@twilio/voice-sdk');
mkdirSync(sdk, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
writeFileSync(join(sdk, 'package.json'), '{"type":"module","main":"index.js"}');
writeFileSync(join(sdk, 'index.js'), 'export const Device = globalThis.MadeUpDevice;');
copyFileSync(process.argv[2], join(folder, 'twilio-phone.js'));
const { createPhone } = await import(pathToFileURL(join(folder, 'twilio-phone.js')));

const tick = () => new Promise(resolve => setImmediate(resolve));
const start = async () => {
    const heard = [];
    const phone = createPhone({ token: 't', identity: 'counselor1', on: (event, detail) => heard.push(detail ? [event, detail] : event) });
    await tick();
    return { phone, heard, device: devices.at(-1) };
};
const talk = async () => {
    const started = await start();
    const connected = started.phone.connect({ ticket: 'one' });
    const call = new Call();
    started.device.resolve(call);
    await connected;
    call.state = 'open';
    call.emit('accept', call);
    started.heard.length = 0;
    return { ...started, call };
};

test('a call is connected and ended by the other side', async () => {
    const { phone, heard, device } = await start();
    const connected = phone.connect({ ticket: 'one' });
    const call = new Call();
    device.resolve(call);
    await connected;
    call.emit('accept', call);
    call.disconnect();
    assert.deepEqual(device.params, { ticket: 'one' });
    assert.deepEqual(heard, [['ready', { identity: 'counselor1' }], 'connecting', 'connected', 'disconnected']);
});

test('the device is set up for a quiet two-party talk', async () => {
    const { device } = await start();
    assert.equal(device.options.closeProtection, true);
    assert.equal(device.options.allowIncomingWhileBusy, false);
    assert.deepEqual(device.options.codecPreferences, ['opus', 'pcmu']);
    assert.deepEqual(device.options.edge, ['frankfurt', 'dublin']);
    assert.equal(device.tones, false);
});

test('hanging up ends the call and is told once', async () => {
    const { phone, heard, call } = await talk();
    await phone.hangUp();
    await phone.hangUp();
    assert.equal(call.state, 'closed');
    assert.deepEqual(heard, ['disconnected']);
});

test('hanging up before Twilio has answered ends the call that comes of it', async () => {
    const { phone, heard, device } = await start();
    const connected = phone.connect({ ticket: 'one' });
    await phone.hangUp();
    const call = new Call();
    device.resolve(call);
    await connected;
    call.emit('accept', call);
    assert.equal(call.state, 'closed');
    assert.deepEqual(heard.slice(1), ['connecting', 'disconnected']);
});

test('a second call is refused while the first goes on', async () => {
    const { phone, heard } = await talk();
    await assert.rejects(phone.connect({ ticket: 'two' }));
    assert.deepEqual(heard, []);
});

test('after a call there can be another', async () => {
    const { phone, heard, device } = await talk();
    await phone.hangUp();
    const connected = phone.connect({ ticket: 'two' });
    device.resolve(new Call());
    await connected;
    assert.deepEqual(heard, ['disconnected', 'connecting']);
});

test('a call that cannot be made is told with its code', async () => {
    const { phone, heard, device } = await start();
    const connected = phone.connect({ ticket: 'one' });
    device.reject(Object.assign(new Error('expired'), { code: 20104 }));
    await assert.rejects(connected, { code: 20104 });
    assert.deepEqual(heard.slice(2), [['error', { code: 20104, message: 'expired' }], 'disconnected']);
});

test('a microphone that is denied ends the call', async () => {
    const { heard, call } = await talk();
    call.state = 'closed';
    call.emit('error', { code: 31401, message: 'denied' });
    call.emit('disconnect', call);
    assert.deepEqual(heard, [['error', { code: 31401, message: 'denied' }], 'disconnected']);
});

test('a fault that the call survives is a warning', async () => {
    const { heard, device, call } = await talk();
    call.emit('error', { code: 53405, message: 'media' });
    device.emit('error', { code: 31005, message: 'signalling' });
    device.emit('error', { code: 53405, message: 'media' }, call);
    call.emit('reconnecting', {});
    call.emit('reconnected');
    assert.deepEqual(heard, [
        ['warning', { code: 53405, message: 'media' }], ['warning', { code: 31005, message: 'signalling' }], 'reconnecting', 'connected',
    ]);
});

test('a fault without a call is an error', async () => {
    const { heard, device } = await start();
    device.emit('error', { code: 31005, message: 'signalling' });
    assert.deepEqual(heard.slice(1), [['error', { code: 31005, message: 'signalling' }]]);
});

test('a bad line is told until all is well again', async () => {
    const { heard, call } = await talk();
    call.emit('warning', 'high-rtt');
    call.emit('warning', 'low-mos');
    call.emit('warning-cleared', 'low-mos');
    call.emit('warning-cleared', 'high-rtt');
    assert.deepEqual(heard.map(([, { code }]) => code), ['high-rtt', 'low-mos', 'high-rtt', '']);
});

test('muting is told', async () => {
    const { phone, heard } = await talk();
    await phone.mute(true);
    await phone.mute(false);
    assert.deepEqual(heard, [['muted', { muted: true }], ['muted', { muted: false }]]);
});

test('a token is asked for before it runs out, and taken', async () => {
    const { phone, heard, device } = await talk();
    device.emit('tokenWillExpire', device);
    phone.updateToken('fresh');
    assert.deepEqual(heard, ['token']);
    assert.equal(device.token, 'fresh');
});

test('disposing ends everything', async () => {
    const { phone, heard, device, call } = await talk();
    await phone.dispose();
    assert.equal(call.state, 'closed');
    assert.equal(device.destroyed, true);
    assert.deepEqual(heard, ['disconnected']);
});
