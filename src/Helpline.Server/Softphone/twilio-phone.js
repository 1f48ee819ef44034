/*! Bundles @twilio/voice-sdk, Copyright Twilio, inc., Apache License 2.0: https://www.npmjs.com/package/@twilio/voice-sdk */
import { Device } from '@twilio/voice-sdk';

/**
 * The browser phone of a counselor whose calls come over Twilio. Make it after a click, or the browser keeps it silent.
 * @param {{token: string, identity: string, on: (event: string, detail?: object) => void}} settings
 *   Events: ready, connecting, connected, reconnecting, disconnected, muted {muted}, warning {code, message}, which has an
 *   empty code when all is well again, error {code, message}: there is no call any more, and token: see updateToken.
 */
export function createPhone({ token, identity, on }) {
    const device = new Device(token, {
        appName: 'helpline',
        edge: ['frankfurt', 'dublin'],
        codecPreferences: ['opus', 'pcmu'],
        allowIncomingWhileBusy: false,
        closeProtection: true,
        tokenRefreshMs: 30_000,
    });
    // The counselor hears the caller, not the dial tones of a telephone.
    device.audio?.outgoing(false);
    device.audio?.disconnect(false);

    // The leg that is ours now: empty while Twilio is asked for it, null when there is none.
    let leg = null;

    const end = mine => {
        if (leg !== mine) return;
        leg = null;
        on('disconnected');
    };

    const follow = mine => {
        const { call } = mine;
        const ill = new Set();
        const tellIllness = () => on('warning', { code: [...ill].at(-1) ?? '' });
        call.on('accept', () => on('connected'));
        call.on('reconnecting', () => on('reconnecting'));
        call.on('reconnected', () => on('connected'));
        call.on('mute', muted => on('muted', { muted }));
        call.on('warning', name => { ill.add(name); tellIllness(); });
        call.on('warning-cleared', name => { ill.delete(name); tellIllness(); });
        for (const over of ['disconnect', 'cancel', 'reject']) call.on(over, () => end(mine));
        call.on('error', error => {
            report(error, call.status() !== 'closed');
            if (call.status() === 'closed') end(mine);
        });
    };

    const report = ({ code, message }, callGoesOn) => on(callGoesOn ? 'warning' : 'error', { code, message });

    // A fault of a call is told by the call.
    device.on('error', (error, call) => call || report(error, leg !== null));
    device.on('tokenWillExpire', () => on('token'));

    const connect = async params => {
        if (leg) throw new Error('This phone is in a call already.');
        const mine = leg = {};
        on('connecting');
        try {
            mine.call = await device.connect({ params });
        } catch (error) {
            report(error, false);
            end(mine);
            throw error;
        }
        // Hung up while Twilio was asked.
        if (leg === mine) follow(mine);
        else mine.call.disconnect();
    };

    const hangUp = async () => {
        const mine = leg;
        if (!mine) return;
        end(mine);
        mine.call?.disconnect();
    };

    const mute = async muted => leg?.call?.mute(muted);

    /** Hands in a fresh token, wanted on `token`: without it a lost connection cannot be taken up again. */
    const updateToken = fresh => device.updateToken(fresh);

    const dispose = async () => {
        await hangUp();
        device.destroy();
    };

    queueMicrotask(() => on('ready', { identity }));
    return { connect, hangUp, mute, updateToken, dispose };
}
