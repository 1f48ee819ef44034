// A browser phone on the local exchange. Voices go from browser to browser, see ../Voice.

import { createVoice } from './voice/voice.js';

/**
 * @param {{token: string, identity: string, on: (event: string, detail?: object) => void}} settings
 *   Events: ready, connecting, connected, disconnected, muted {muted}, error {code, message}, warning {code}, which has an empty
 *   code when all is well again, and microphone {problem}: see voice.js.
 */
export function createPhone({ token, identity, on }) {
    const base = new URL('./client/', import.meta.url);
    let leg = null;
    let calls = null;

    const post = (path, body) => fetch(new URL(path, base), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body ?? {}),
        keepalive: true,
    });

    const end = mine => {
        if (leg !== mine) return;
        leg.news?.close();
        leg.voice?.close();
        leg = null;
        on('disconnected');
    };

    const follow = mine => {
        let { state, muted } = { state: 'connecting', muted: false };
        mine.news = new EventSource(new URL(`${mine.key}/events`, base));
        mine.news.onmessage = message => {
            const now = JSON.parse(message.data);
            if (now.state === 'disconnected') return end(mine);
            if (now.state !== state) on(state = now.state);
            if (now.muted !== muted) on('muted', { muted: muted = now.muted });
        };
        // The browser reconnects by itself; it gives up only when the exchange no longer knows the leg.
        mine.news.onerror = () => mine.news.readyState === EventSource.CLOSED && end(mine);
    };

    const speak = mine => createVoice({
        key: mine.key,
        on: (event, detail) => {
            if (leg !== mine) return;
            if (event === 'link') on('warning', { code: detail.failed ? 'link' : '' });
            else on(event, detail);
        },
    });

    const hangUp = async () => {
        const mine = leg;
        if (!mine) return;
        end(mine);
        if (mine.key) await post(`${mine.key}/hang-up`).catch(() => {});
    };

    const connect = async params => {
        if (leg) throw new Error('This phone is in a call already.');
        const mine = leg = {};
        on('connecting');
        try {
            const answer = await post('connect', { token, params });
            const body = await answer.json();
            if (!answer.ok) throw Object.assign(new Error(body.message), { code: body.code });
            mine.key = body.key;
            if (leg !== mine) return void await post(`${mine.key}/hang-up`);
            follow(mine);
            mine.voice = speak(mine);
        } catch (error) {
            if (leg === mine) leg = null;
            on('error', { code: error.code ?? 31005, message: error.message });
            throw error;
        }
    };

    /** From now on this phone can be rung: 'incoming' tells {callSid, key, from, params}, 'missed' {callSid}. */
    const register = async () => {
        const answer = await post('register', { token });
        const body = await answer.json();
        if (!answer.ok) throw Object.assign(new Error(body.message), { code: body.code });
        let ringing = [];
        calls = new EventSource(new URL(`registered/${body.key}/calls`, base));
        calls.onmessage = message => {
            const now = JSON.parse(message.data);
            for (const call of now) if (!ringing.some(c => c.callSid === call.callSid)) on('incoming', call);
            for (const call of ringing) if (!now.some(c => c.callSid === call.callSid)) on('missed', { callSid: call.callSid });
            ringing = now;
        };
    };

    /** Takes a call that 'incoming' told of. */
    const answer = async call => {
        if (leg) throw new Error('This phone is in a call already.');
        const mine = leg = { key: call.key };
        on('connecting');
        follow(mine);
        mine.voice = speak(mine);
        await post(`${mine.key}/answer`);
    };

    const refuse = call => post(`${call.key}/hang-up`);

    const mute = async muted => {
        leg?.voice?.mute(muted);
        if (leg?.key) await post(`${leg.key}/mute`, { muted });
    };

    const leave = () => { if (leg?.key) navigator.sendBeacon(new URL(`${leg.key}/hang-up`, base)); };
    addEventListener('pagehide', leave);

    const dispose = () => {
        removeEventListener('pagehide', leave);
        calls?.close();
        hangUp();
    };

    queueMicrotask(() => on('ready', { identity }));
    return { connect, register, answer, refuse, hangUp, mute, dispose };
}
