import { createVoice } from './voice/voice.js';
import { isWord, translate, word } from './words.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const keyName = key => key === '*' ? word('star') : key === '#' ? word('hash') : word('key', key);
const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
const named = clip => clip.path.split('/').slice(-2).join('/');
const who = address => address.replace(/^client:/, '');
const over = phone => !phone || phone.endedAt !== null;

/** What the person on this telephone is in, in a word and a detail. */
export function situation(phone) {
    if (!phone) return ['idle'];
    if (over(phone)) return [phone.status, null, phone.gap >= 0.1 ? word('gap', phone.gap.toFixed(1)) : null];
    if (phone.rung) return ['rung'];
    if (phone.status === 'ringing' || phone.status === 'queued') return ['ringing'];
    if (phone.room?.hold) return ['hold', null, phone.clip && named(phone.clip)];
    if (phone.room?.started && phone.room.others.length) return ['talking', phone.room.others.map(who).join(', ')];
    if (phone.room) return ['alone', null, phone.room.name];
    const heard = phone.clip && word('hears', named(phone.clip));
    if (phone.queue) return ['waiting', phone.queue.position, heard];
    if (phone.listening) return ['listening', null, heard];
    if (phone.clip) return ['hears', named(phone.clip)];
    return [phone.verb === 'Pause' ? 'pause' : 'thinking'];
}

/** One telephone on the page: its element, and show() for what has changed. */
export function createCard(number, { ring, answer, press, hangUp, mute, remove, hand }) {
    const element = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    const $ = selector => element.querySelector(selector);
    let phone = null, voice = null, key = '', problem = null, failed = false, shown = 0, skew = 0;

    // One window carries a telephone's voice: the one in which it was last touched.
    const listen = () => {
        const now = hand.holds() && !over(phone) ? phone.key : '';
        if (now !== key) {
            voice?.close();
            if (over(phone)) hand.drops();
            [key, problem, failed] = [now, null, false];
            voice = now ? createVoice({ key, on: hear }) : null;
        }
        voice?.hush(!$('.sound').checked);
    };

    const hear = (event, detail) => {
        if (event === 'microphone') problem = detail.problem;
        if (event === 'elsewhere') hand.drops();
        if (event === 'link') failed = detail.failed;
        warn();
    };

    const warn = () => {
        const text = [problem && word(`mic-${problem}`), failed && word('noLink')].filter(Boolean).join(' ');
        $('.warning').hidden = !text;
        if ($('.warning').textContent !== text) $('.warning').textContent = text;
    };

    const tick = () => {
        const end = phone?.endedAt ? Date.parse(phone.endedAt) : Date.now() + skew;
        $('.timer').textContent = phone ? clock(Math.max(0, end - Date.parse(phone.since)) / 1000) : '';
        const clip = phone?.clip;
        const part = clip ? (Date.now() + skew - Date.parse(clip.since)) / 1000 / clip.seconds : 0;
        $('.progress i').style.inlineSize = `${Math.min(100, part * 100)}%`;
    };

    const line = event => {
        const item = document.createElement('li');
        const add = (name, text, foreign) => {
            const part = item.appendChild(document.createElement('span'));
            part.className = name;
            part.textContent = text;
            if (foreign) part.lang = 'en';
        };
        item.className = event.kind;
        add('at', new Date(event.at).toLocaleTimeString('en-GB'));
        add('kind', word(event.kind));
        // A call's end says how and why, each a word of its own.
        const parts = event.kind === 'Request' ? [event.path]
            : event.kind === 'Answer' ? [String(event.status || event.text), `${Math.round(event.seconds * 1000)} ms`]
            : event.kind === 'Gap' ? [`${event.seconds.toFixed(1)} s`]
            : event.kind === 'Error' ? [`${event.code} ${event.text}`]
            : event.kind === 'Call' ? event.text.split(': ') : [event.text];
        add('text', parts.map(part => word(part)).join(' · '), !parts.every(isWord));
        if (event.body) item.title = event.body;
        return item;
    };

    const tell = () => {
        const list = $('.events');
        const last = phone?.events.at(-1)?.number ?? 0;
        if (last === shown) return;
        shown = last;
        list.replaceChildren(...(phone?.events ?? []).map(line));
        list.scrollTop = list.scrollHeight;
    };

    const dress = () => {
        translate(element);
        $('.number').textContent = who(number);
        $('.keys').setAttribute('aria-label', word('keypad', number));
        $('.events').setAttribute('aria-label', word('events', number));
        $('.remove').setAttribute('aria-label', word('remove', number));
        for (const key of element.querySelectorAll('.keys button')) key.setAttribute('aria-label', keyName(key.textContent));
        shown = -1;
        show(phone);
    };

    const showTexts = texts => {
        const list = $('.texts');
        if (list.childElementCount === texts.length) return;
        list.hidden = texts.length === 0;
        list.replaceChildren(...texts.map(text => {
            const item = document.createElement('p');
            item.textContent = `${new Date(text.at).toLocaleTimeString('en-GB')} · ${text.body}`;
            return item;
        }));
    };

    const show = (now, newSkew = skew) => {
        [phone, skew] = [now, newSkew];
        const [state, value, detail] = situation(phone);
        element.dataset.state = over(phone) ? (phone ? 'over' : 'idle') : state;
        const text = word(state, value);
        if ($('.state').textContent !== text) $('.state').textContent = text;
        $('.detail').textContent = detail ?? '';
        $('.typed').textContent = phone?.typed ? word('typed', phone.typed) : '';
        $('.ring').disabled = !over(phone) && !phone.rung;
        $('.ring').textContent = word(phone?.rung ? 'answer' : 'ring');
        $('.hang-up').textContent = word(phone?.rung ? 'refuse' : 'hangUp');
        $('.hang-up').disabled = over(phone);
        $('.withheld').disabled = !over(phone);
        $('.remove').hidden = !over(phone) || !remove;
        for (const key of element.querySelectorAll('.keys button')) key.disabled = over(phone);
        $('.microphone').checked = !phone?.muted;
        $('.microphone').disabled = over(phone);
        tick();
        tell();
        listen();
        warn();
    };

    for (const key of keys) {
        const button = $('.keys').appendChild(document.createElement('button'));
        button.type = 'button';
        button.textContent = key;
        button.onclick = () => press(key);
    }
    $('.ring').onclick = () => phone?.rung ? answer() : ring($('.withheld').checked);
    $('.hang-up').onclick = hangUp;
    $('.sound').onchange = listen;
    $('.microphone').onchange = () => mute(phone.key, !$('.microphone').checked);
    $('.remove').onclick = () => {
        voice?.close();
        element.remove();
        remove();
    };
    dress();
    return { element, show, showTexts, tick, dress };
}
