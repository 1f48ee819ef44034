// A link from this browser to one other. Sound flows each way only while it is let; letting it needs no new agreement.

import { sound } from './clip.js';

/**
 * @param {{offers: boolean, iceServers: RTCIceServer[], send: (signal: object) => void, onState: (state: string) => void}} settings
 *   One side offers and the other answers. States are those of RTCPeerConnection.
 */
export function createLink({ offers, iceServers, send, onState }) {
    const connection = new RTCPeerConnection({ iceServers });
    const element = document.body.appendChild(new Audio());
    let speaker = null, mine = null, hears = false, stop = () => {};
    const early = [];

    connection.onicecandidate = ({ candidate }) => candidate && send({ candidate });
    connection.ontrack = ({ track }) => {
        track.enabled = hears;
        element.srcObject = new MediaStream([track]);
        stop = sound(element);
    };
    connection.onconnectionstatechange = () => {
        if (offers && connection.connectionState === 'failed') connection.restartIce();
        onState(connection.connectionState);
    };
    connection.onnegotiationneeded = async () => {
        if (!offers) return;
        await connection.setLocalDescription();
        send({ description: connection.localDescription });
    };

    const speaks = transceiver => {
        transceiver.direction = 'sendrecv';
        speaker = transceiver.sender;
        return speaker.replaceTrack(mine);
    };

    const describe = async description => {
        await connection.setRemoteDescription(description);
        for (const candidate of early.splice(0)) await connection.addIceCandidate(candidate);
        if (description.type !== 'offer') return;
        await speaks(connection.getTransceivers()[0]);
        await connection.setLocalDescription();
        send({ description: connection.localDescription });
    };

    /** What the other side sent. A signal that comes too late for its link says nothing any more. */
    const take = async ({ description, candidate }) => {
        if (description) await describe(description);
        else if (connection.remoteDescription) await connection.addIceCandidate(candidate);
        else early.push(candidate);
    };

    /** @param {MediaStreamTrack | null} track What the other side hears of us. */
    const flow = (track, hearing) => {
        [mine, hears] = [track, hearing];
        if (speaker && speaker.track !== mine) speaker.replaceTrack(mine).catch(() => {});
        for (const { track } of connection.getReceivers()) track.enabled = hears;
    };

    const close = () => {
        stop();
        connection.close();
        element.remove();
    };

    if (offers) speaks(connection.addTransceiver('audio'));
    return { take, flow, close, quiet: on => { element.muted = on; } };
}
