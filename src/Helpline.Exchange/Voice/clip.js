// The recording a line plays to its telephone: prompts, and music on hold.

const listeners = new Set();

// A page that nobody has touched yet may not sound; it does from the first touch on.
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => listeners.forEach(play => play()), { capture: true });

/** Plays an element now, or else as soon as the browser lets it. Returns how to give up. */
export function sound(element) {
    const play = () => { if (element.paused) element.play().catch(() => {}); };
    listeners.add(play);
    play();
    return () => {
        listeners.delete(play);
        element.pause();
    };
}

/** One clip at a time, joined where the line is by now. */
export function createClip() {
    const element = document.body.appendChild(new Audio());
    let playing = '', stop = null;

    const play = (clip, address, now) => {
        const wanted = clip ? `${address} ${clip.since}` : '';
        if (wanted === playing) return;
        playing = wanted;
        stop?.();
        stop = null;
        if (!clip) return;
        const late = (Date.parse(now) - Date.parse(clip.since)) / 1000;
        if (late >= clip.seconds) return;
        element.src = address;
        if (late > 0.5) element.currentTime = late;
        stop = sound(element);
        element.onended = stop;
    };

    const close = () => {
        stop?.();
        element.remove();
    };

    return { play, close, quiet: on => { element.muted = on; } };
}
