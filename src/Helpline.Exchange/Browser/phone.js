// A browser phone on the local exchange. There is no sound between the parties: only the calls are real.

/**
 * @param {{token: string, identity: string, on: (event: string, detail?: object) => void}} settings
 *   Events: ready, connecting, connected, disconnected, muted {muted}, error {code, message}.
 */
export function createPhone({ token, identity, on }) {
    const base = new URL('./client/', import.meta.url);
    let leg = null;

    const post = (path, body) => fetch(new URL(path, base), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body ?? {}),
        keepalive: true,
    });

    const end = mine => {
        if (leg !== mine) return;
        leg.news?.close();
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
            if (leg === mine) follow(mine);
            else await post(`${mine.key}/hang-up`);
        } catch (error) {
            if (leg === mine) leg = null;
            on('error', { code: error.code ?? 31005, message: error.message });
            throw error;
        }
    };

    const mute = async muted => {
        if (leg?.key) await post(`${leg.key}/mute`, { muted });
    };

    const leave = () => { if (leg?.key) navigator.sendBeacon(new URL(`${leg.key}/hang-up`, base)); };
    addEventListener('pagehide', leave);

    const dispose = () => {
        removeEventListener('pagehide', leave);
        hangUp();
    };

    queueMicrotask(() => on('ready', { identity }));
    return { connect, hangUp, mute, dispose };
}
