import { createCard, situation } from './card.js';
import { language, speak, word } from './words.js';

const first = ['+77010000001', '+77010000002'];
const numbers = JSON.parse(sessionStorage.getItem('exchange-phones') ?? 'null') ?? first;
const held = new Set(JSON.parse(sessionStorage.getItem('exchange-held') ?? '[]'));
const cards = new Map();
const byId = id => document.getElementById(id);
let view = { now: new Date().toISOString(), line: '', phones: [], texts: [] };

const post = (path, body) => fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
});

const remember = () => {
    sessionStorage.setItem('exchange-phones', JSON.stringify([...cards.keys()]));
    sessionStorage.setItem('exchange-held', JSON.stringify([...held]));
};

// Whoever touches a telephone takes it into her hand.
const deed = (number, what, body) => {
    held.add(number);
    remember();
    return post(`phones/${encodeURIComponent(number)}/${what}`, body);
};

const put = number => {
    const card = createCard(number, {
        ring: withheld => deed(number, 'ring', { withheld }),
        answer: () => deed(number, 'answer', {}),
        press: keys => deed(number, 'press', { keys }),
        hangUp: () => post(`phones/${encodeURIComponent(number)}/hang-up`, {}),
        mute: (key, muted) => post(`client/${key}/mute`, { muted }),
        hand: {
            holds: () => held.has(number),
            drops: () => {
                held.delete(number);
                remember();
            },
        },
        remove: () => {
            cards.delete(number);
            remember();
        },
    });
    cards.set(number, card);
    byId('phones').append(card.element);
    remember();
    return card;
};

const another = () => {
    const last = [...cards.keys()].map(n => BigInt(n.slice(1))).reduce((a, b) => a > b ? a : b, 77010000000n);
    put(`+${last + 1n}`).element.querySelector('.ring').focus();
};

const showBrowsers = browsers => {
    byId('counselors').hidden = browsers.length === 0;
    byId('browsers').replaceChildren(...browsers.map(browser => {
        const item = document.createElement('li');
        const name = item.appendChild(document.createElement('strong'));
        const [state, value] = situation(browser);
        name.textContent = browser.number.replace('client:', '');
        item.append(word(state === 'ringing' ? 'connecting' : state, value));
        return item;
    }));
};

const show = () => {
    const skew = Date.parse(view.now) - Date.now();
    byId('line').textContent = view.line;
    for (const phone of view.phones.filter(p => !p.isBrowser && !p.endedAt && !cards.has(p.number))) put(phone.number);
    for (const text of view.texts.filter(t => !cards.has(t.number))) put(text.number);
    for (const [number, card] of cards) card.showTexts(view.texts.filter(t => t.number === number));
    for (const [number, card] of cards) card.show(view.phones.find(p => p.number === number) ?? null, skew);
    showBrowsers(view.phones.filter(p => p.isBrowser && !p.endedAt));
};

const follow = () => {
    const news = new EventSource('phones/events');
    news.onmessage = message => {
        view = JSON.parse(message.data);
        byId('offline').hidden = true;
        show();
    };
    news.onerror = () => {
        byId('offline').hidden = false;
        if (news.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
    };
};

byId('language').value = language;
byId('language').onchange = change => {
    speak(change.target.value);
    for (const card of cards.values()) card.dress();
    show();
};
byId('add').onclick = another;
speak(language);
numbers.forEach(put);
setInterval(() => cards.forEach(card => card.tick()), 250);
follow();
