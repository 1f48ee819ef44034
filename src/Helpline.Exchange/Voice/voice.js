// The sound of one telephone in this page: the clip its line plays, and the people it is with, from browser to browser.
// The exchange says who hears whom, and both ends of every link obey.

import { createClip } from './clip.js';
import { createLink } from './link.js';
import { openMicrophone } from './microphone.js';

const elsewhere = 4000;

/**
 * @param {{key: string, on: (event: string, detail: object) => void}} settings The key names the leg.
 *   Events: microphone {problem}: null, or refused, missing, busy or insecure, and the call goes on without being heard;
 *   elsewhere: another window carries the voice now, and this one is closed; link {failed}: no way to somebody's browser is found, perhaps for want of a TURN server.
 */
export function createVoice({ key, on }) {
    const exchange = new URL('../', import.meta.url);
    const links = new Map();
    const failing = new Set();
    const clip = createClip();
    let socket = null, over = false, iceServers = [], peers = [], track = null, muted = false, quiet = false;

    const tell = (to, body) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify({ to, body }));

    const hearState = (id, state) => {
        const before = failing.size > 0;
        if (state === 'failed') failing.add(id);
        else if (state !== 'connecting') failing.delete(id);
        if (before !== failing.size > 0) on('link', { failed: !before });
    };

    const unlink = id => {
        links.get(id)?.close();
        links.delete(id);
        hearState(id, 'closed');
    };

    const flow = () => peers.forEach(({ id, hears, heard }) => links.get(id)?.flow(heard && !muted ? track : null, hears));

    const link = ({ id, offers }) => {
        if (links.has(id)) return;
        const made = createLink({ offers, iceServers, send: body => tell(id, body), onState: state => hearState(id, state) });
        made.quiet(quiet);
        links.set(id, made);
    };

    const follow = ({ now, news }) => {
        peers = news.peers;
        for (const id of [...links.keys()]) if (!peers.some(peer => peer.id === id)) unlink(id);
        peers.forEach(link);
        flow();
        clip.play(news.clip ?? null, news.clip && new URL(news.clip.address, exchange).href, now);
    };

    const take = message => {
        if (message.iceServers) iceServers = message.iceServers;
        if (message.news) follow(message);
        // A signal of somebody who has just left is no news.
        if (message.signal) links.get(message.from)?.take(message.signal).catch(() => {});
    };

    const connect = () => {
        const address = new URL(`voice/legs/${key}`, exchange);
        address.protocol = address.protocol.replace('http', 'ws');
        socket = new WebSocket(address);
        socket.onmessage = message => take(JSON.parse(message.data));
        socket.onclose = ({ code }) => {
            follow({ news: { peers: [] } });
            if (code === elsewhere) {
                close();
                on('elsewhere');
            } else if (!over && code !== 1000) setTimeout(() => over || connect(), 1000);
        };
    };

    const letGo = openMicrophone({
        onTrack: now => {
            track = now;
            flow();
        },
        onProblem: problem => on('microphone', { problem }),
    });
    connect();

    /** Silences the microphone at once; the exchange is told by whoever calls this. */
    const mute = now => {
        muted = now;
        flow();
    };

    /** Turns the loudspeaker off; nobody else notices. */
    const hush = now => {
        quiet = now;
        clip.quiet(now);
        links.forEach(each => each.quiet(now));
    };

    const close = () => {
        over = true;
        follow({ news: { peers: [] } });
        socket.close();
        letGo();
        clip.close();
    };

    return { mute, hush, close };
}
