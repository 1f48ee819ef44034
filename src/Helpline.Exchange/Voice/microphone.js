// The microphone of this page, and what keeps it from being one.

const problems = { NotAllowedError: 'refused', SecurityError: 'refused', NotReadableError: 'busy', AbortError: 'busy' };

/**
 * Opens the microphone, and again as soon as it is allowed or plugged in after all.
 * @param {{onTrack: (track: MediaStreamTrack | null) => void, onProblem: (problem: string | null) => void}} settings
 *   A problem is refused, missing, busy, or insecure: browsers open no microphone on a page that came over plain HTTP from elsewhere.
 * @returns {() => void} Lets go of it.
 */
export function openMicrophone({ onTrack, onProblem }) {
    const devices = navigator.mediaDevices;
    let track = null, asking = false, over = false, permission = null;

    const lost = problem => {
        track = null;
        onTrack(null);
        onProblem(problem);
    };

    const ask = async () => {
        if (track || asking || over) return;
        asking = true;
        try {
            const stream = await devices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
            if (over) return stream.getTracks().forEach(t => t.stop());
            [track] = stream.getAudioTracks();
            track.onended = () => {
                lost('missing');
                ask();
            };
            onTrack(track);
            onProblem(null);
        } catch (error) {
            if (!over) lost(problems[error.name] ?? 'missing');
        } finally {
            asking = false;
        }
    };

    const watch = async () => {
        devices.addEventListener('devicechange', ask);
        // Not every browser lets a page ask about the microphone.
        permission = await navigator.permissions?.query({ name: 'microphone' }).catch(() => null);
        permission?.addEventListener('change', ask);
    };

    if (devices?.getUserMedia) {
        watch();
        ask();
    } else {
        queueMicrotask(() => onProblem('insecure'));
    }

    return () => {
        over = true;
        devices?.removeEventListener('devicechange', ask);
        permission?.removeEventListener('change', ask);
        track?.stop();
    };
}
