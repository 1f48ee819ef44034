// What only a browser can do, for PageScript.cs. No number and no name ever passes through here.
let sound = null;
let bell = null;
let notification = null;
let title = null;

export const language = () => document.documentElement.lang;

export function speak(language) {
    localStorage.setItem('helpline.language', language);
    location.reload();
}

export const print = () => window.print();

export const reload = () => location.reload();

// Where the links to the pages are one row that scrolls, the page's own comes into sight.
export const showPlace = () => requestAnimationFrame(() => {
    const link = document.querySelector('.top nav a.active');
    const row = link?.closest('nav');
    row?.scrollTo({ left: link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2 });
});

export const remember = (key, value) => value === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value);

export const recall = key => sessionStorage.getItem(key);

// A duplicated tab brings a copy of the storage along, but not the lock: it gets a name of its own.
export async function openTab(tab) {
    let name = sessionStorage.getItem('helpline.tab');
    if (!name || !await isOurs(name)) {
        name = crypto.randomUUID().replaceAll('-', '');
        await isOurs(name);
        sessionStorage.setItem('helpline.tab', name);
    }
    const seen = () => tab.invokeMethodAsync('OnSeen', document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', seen);
    document.addEventListener('freeze', () => {
        fetch(`api/me/tabs/${name}`, { method: 'DELETE', keepalive: true, headers: { 'Idempotency-Key': crypto.randomUUID() } }).catch(() => { });
    });
    document.addEventListener('resume', () => tab.invokeMethodAsync('OnResumed'));
    await seen();
    return name;
}

// Held until the page is gone.
const isOurs = name => !navigator.locks || new Promise(told => {
    navigator.locks.request('helpline.tab.' + name, { ifAvailable: true }, lock => {
        told(!!lock);
        return lock ? new Promise(() => { }) : null;
    });
});

export function openDialog(dialog) {
    if (!dialog.open) dialog.showModal();
}

// Called from a click: browsers let a page sound and notify only after one.
export async function permitBell() {
    sound ??= new AudioContext();
    await sound.resume();
    // Her answer may take its time; she is available meanwhile.
    if ('Notification' in window && Notification.permission === 'default')
        Notification.requestPermission().catch(() => { });
    return sound.state === 'running';
}

// A page that was clicked or typed in before may sound without being asked again.
export async function bellPermitted() {
    if (!navigator.userActivation?.hasBeenActive) return false;
    sound ??= new AudioContext();
    await sound.resume();
    return sound.state === 'running';
}

export async function testBell() {
    if (await permitBell()) chime();
}

// True once the card is in the page and, if the page is seen at all, painted.
export async function ring(card, text) {
    startBell();
    title ??= document.title;
    document.title = '● ' + text;
    notify(text);
    if (!card || !card.isConnected) return false;
    if (document.visibilityState === 'visible') {
        await painted();
        if (!isTyping(document.activeElement)) card.querySelector('[data-accept]')?.focus();
    }
    return card.isConnected;
}

export function quiet() {
    clearInterval(bell);
    bell = null;
    notification?.close();
    notification = null;
    document.title = title ?? document.title;
    title = null;
}

export function listen(keys) {
    const onKey = event => {
        if (event.repeat || event.metaKey || document.querySelector('dialog[open]')) return;
        if (event.altKey && !event.ctrlKey && event.code === 'KeyO') {
            event.preventDefault();
            keys.invokeMethodAsync('OnKey', 'Directory');
        }
        if (event.altKey) return;
        const done = event.ctrlKey && event.code.endsWith('Enter');
        if (!done && (event.ctrlKey || isTyping(event.target))) return;
        const key = done ? 'Finish' : (event.code.match(/^(?:Key|Digit|Numpad)([A-Z0-9])$/) || [])[1];
        if (!key) return;
        // O opens a field and puts the cursor into it: the letter itself must not be typed there.
        if (done || key === 'O') event.preventDefault();
        keys.invokeMethodAsync('OnKey', key);
    };
    document.addEventListener('keydown', onKey);
}

// A page that is closed or reloaded in mid-word sends what is typed; the browser finishes the request without it.
export function saveOnLeave(draft) {
    addEventListener('beforeunload', event => {
        if (draft.invokeMethod('WouldLose')) event.preventDefault();
    });
    addEventListener('pagehide', () => {
        for (const unsaved of draft.invokeMethod('Unsaved'))
            fetch(unsaved.path, {
                method: 'PUT', keepalive: true, body: unsaved.body,
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
            }).catch(() => { });
    });
}

const painted = () => new Promise(done => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    document.addEventListener('visibilitychange', done, { once: true });
});

const isTyping = element => !!element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
    && !/^(radio|checkbox|button|submit)$/.test(element.type));

function startBell() {
    sound ??= new AudioContext();
    sound.resume().catch(() => { });
    if (bell !== null) return;
    chime();
    bell = setInterval(chime, 3000);
}

// Two soft bell strokes, a third apart; loud enough for a room, not startling.
function chime() {
    if (sound.state !== 'running') return;
    [659.25, 523.25].forEach((pitch, stroke) => {
        const at = sound.currentTime + stroke * 0.45;
        for (const [part, loudness] of [[1, 0.3], [2, 0.12], [3, 0.05]]) {
            const tone = sound.createOscillator();
            const volume = sound.createGain();
            tone.frequency.value = pitch * part;
            volume.gain.setValueAtTime(0, at);
            volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
            volume.gain.exponentialRampToValueAtTime(0.001, at + 1.4);
            tone.connect(volume).connect(sound.destination);
            tone.start(at);
            tone.stop(at + 1.5);
        }
    });
}

function notify(text) {
    if (!('Notification' in window) || Notification.permission !== 'granted' || notification) return;
    notification = new Notification(text, { tag: 'helpline-call', requireInteraction: true });
    notification.onclick = () => { window.focus(); notification?.close(); };
}
