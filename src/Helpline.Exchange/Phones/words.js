// Every word of the page. Protocol terms (verbs, addresses, event names) stay as the protocol writes them.

const words = {
    kk: {
        title: 'Сынақ телефоны',
        lead: 'Сенім телефонына қоңырау шалып көріңіз: пернелерді басып, қоңырау шалушы еститін хабарламаларды тыңдаңыз. Нақты қоңырау шалынбайды, ақы алынбайды. Дауыс осы бет пен кеңесші тақтасының арасында тікелей беріледі; құлаққап жаңғырықтан сақтайды.',
        language: 'Тіл', line: 'Сенім телефоны', callers: 'Қоңырау шалушылар', add: 'Тағы бір телефон', counselors: 'Желідегі кеңесшілер',
        how: '«Қоңырау шалу» батырмасын басыңыз, тілді таңдаңыз (1 — қазақша, 2 — орысша, 3 — ағылшынша), содан кейін басқа қойындыда кеңесші ретінде жауап беріңіз.',
        offline: 'Телефон станциясымен байланыс жоқ. Қайта қосылуда…',
        ring: 'Қоңырау шалу', answer: 'Жауап беру', refuse: 'Қабылдамау', rung: 'Телефон шырылдап тұр', hangUp: 'Тұтқаны қою', withheld: 'Нөмірді жасыру', sound: 'Дыбыс', happenings: 'Не болып жатыр',
        remove: '{0} телефонын алып тастау', keypad: '{0} пернелері', events: '{0} оқиғалары', key: '{0} пернесі', star: 'Жұлдызша', hash: 'Тор белгісі',
        idle: 'Тұтқа орнында', ringing: 'Шақыру белгісі…', thinking: 'Жауап күтуде…', hears: 'Естіп тұр: {0}', pause: 'Үзіліс',
        listening: 'Перне басуды күтуде', waiting: 'Кезекте, орны: {0}', alone: 'Қосылды, екінші жақ әлі жоқ', talking: 'Сөйлесуде: {0}',
        hold: 'Ұстап тұру күйінде', typed: 'Басылған: {0}', gap: 'ең ұзақ тыныштық {0} с',
        completed: 'Қоңырау аяқталды', busy: 'Желі бос емес', 'no-answer': 'Жауап берілмеді', failed: 'Қоңырау іске аспады', canceled: 'Қоңырау тоқтатылды',
        connecting: 'Қосылуда…',
        Call: 'Қоңырау', Request: 'Вебхук', Answer: 'Жауап', Verb: 'Нұсқау', Heard: 'Хабарлама', Digits: 'Перне', Queue: 'Кезек',
        Conference: 'Конференция', Text: 'SMS', Rest: 'REST', Gap: 'Тыныштық', Error: 'Қате',
        'answered': 'жауап берілді', 'redirected': 'бағыты өзгертілді', 'picked up': 'тұтқа көтерілді', 'hung up': 'тұтқа қойылды',
        'in-progress': 'байланыста', 'is recorded': 'жазылып жатыр', 'incoming call': 'кіріс қоңырау', 'outgoing call': 'шығыс қоңырау', 'the document ran out': 'нұсқаулар таусылды',
        'ended by REST': 'сервер аяқтады', 'application error': 'қолданба қатесі', 'nobody picked up': 'ешкім жауап бермеді',
        microphone: 'Микрофон',
        'mic-refused': 'Микрофонға рұқсат жоқ: сіз естисіз, бірақ сізді естімейді. Браузер баптауларында рұқсат беріңіз.',
        'mic-missing': 'Микрофон табылмады: сіз естисіз, бірақ сізді естімейді. Микрофонды қосыңыз.',
        'mic-busy': 'Микрофонды басқа бағдарлама пайдаланып тұр: сіз естисіз, бірақ сізді естімейді.',
        'mic-insecure': 'Браузер бұл мекенжайда микрофонды ашпайды, https немесе localhost керек: сіз естисіз, бірақ сізді естімейді.',
        noLink: 'Дауыс өтпейді: желі браузерлерді бір-біріне қоса алмады.',
        'voice connected': 'дауыс қосылды', 'voice gone': 'дауыс ажыратылды', 'muted': 'микрофон өшірілді', 'unmuted': 'микрофон қосылды',
    },
    ru: {
        title: 'Тестовый телефон',
        lead: 'Позвоните на телефон доверия: нажимайте клавиши и слушайте то, что слышит звонящий. Настоящего звонка нет, и он ничего не стоит. Голос идёт прямо между этой страницей и доской консультанта; наушники избавят от эха.',
        language: 'Язык', line: 'Телефон доверия', callers: 'Звонящие', add: 'Ещё один телефон', counselors: 'Консультанты на линии',
        how: 'Нажмите «Позвонить», выберите язык (1 — казахский, 2 — русский, 3 — английский), затем ответьте как консультант в другой вкладке.',
        offline: 'Нет связи с телефонной станцией. Пробуем снова…',
        ring: 'Позвонить', answer: 'Ответить', refuse: 'Отклонить', rung: 'Телефон звонит', hangUp: 'Положить трубку', withheld: 'Скрыть номер', sound: 'Звук', happenings: 'Что происходит',
        remove: 'Убрать телефон {0}', keypad: 'Клавиши {0}', events: 'События {0}', key: 'Клавиша {0}', star: 'Звёздочка', hash: 'Решётка',
        idle: 'Трубка лежит', ringing: 'Идут гудки…', thinking: 'Ждёт ответа…', hears: 'Слышит: {0}', pause: 'Пауза',
        listening: 'Ждут нажатия клавиши', waiting: 'В очереди, место: {0}', alone: 'Соединён, собеседника ещё нет', talking: 'Разговор: {0}',
        hold: 'На удержании', typed: 'Нажато: {0}', gap: 'самая долгая тишина {0} с',
        completed: 'Звонок завершён', busy: 'Занято', 'no-answer': 'Нет ответа', failed: 'Звонок не удался', canceled: 'Звонок отменён',
        connecting: 'Соединяется…',
        Call: 'Звонок', Request: 'Вебхук', Answer: 'Ответ', Verb: 'Команда', Heard: 'Запись', Digits: 'Клавиша', Queue: 'Очередь',
        Conference: 'Конференция', Text: 'SMS', Rest: 'REST', Gap: 'Тишина', Error: 'Ошибка',
        'answered': 'принят', 'redirected': 'перенаправлен', 'picked up': 'трубка снята', 'hung up': 'трубка положена',
        'in-progress': 'на связи', 'is recorded': 'идёт запись', 'incoming call': 'входящий вызов', 'outgoing call': 'исходящий вызов', 'the document ran out': 'команды закончились',
        'ended by REST': 'завершён сервером', 'application error': 'ошибка приложения', 'nobody picked up': 'трубку не сняли',
        microphone: 'Микрофон',
        'mic-refused': 'Доступ к микрофону запрещён: вы слышите, но вас не слышно. Разрешите микрофон в настройках браузера.',
        'mic-missing': 'Микрофон не найден: вы слышите, но вас не слышно. Подключите микрофон.',
        'mic-busy': 'Микрофон занят другой программой: вы слышите, но вас не слышно.',
        'mic-insecure': 'По этому адресу браузер не открывает микрофон, нужен https или localhost: вы слышите, но вас не слышно.',
        noLink: 'Голос не проходит: сеть не смогла соединить браузеры.',
        'voice connected': 'голос подключён', 'voice gone': 'голос отключён', 'muted': 'микрофон выключен', 'unmuted': 'микрофон включён',
    },
    en: {
        title: 'Test telephone',
        lead: 'Ring the helpline: press keys and hear what a caller hears. No real call is made, and nothing is charged. Voices go straight between this page and the counselor’s board; headphones keep the echo away.',
        language: 'Language', line: 'The helpline', callers: 'Callers', add: 'Another telephone', counselors: 'Counselors on the line',
        how: 'Press “Ring”, choose a language (1 Kazakh, 2 Russian, 3 English), then answer as a counselor in another tab.',
        offline: 'No connection to the exchange. Trying again…',
        ring: 'Ring', answer: 'Answer', refuse: 'Refuse', rung: 'The telephone rings', hangUp: 'Hang up', withheld: 'Withhold the number', sound: 'Sound', happenings: 'What happens',
        remove: 'Put {0} away', keypad: 'Keys of {0}', events: 'Events of {0}', key: 'Key {0}', star: 'Star', hash: 'Hash',
        idle: 'On the hook', ringing: 'Ringing…', thinking: 'Waits for an answer…', hears: 'Hears: {0}', pause: 'Pause',
        listening: 'Somebody waits for a key', waiting: 'In the queue, place {0}', alone: 'Connected, nobody else is there yet', talking: 'Talks to {0}',
        hold: 'On hold', typed: 'Pressed: {0}', gap: 'longest silence {0} s',
        completed: 'The call has ended', busy: 'Busy', 'no-answer': 'No answer', failed: 'The call failed', canceled: 'The call was canceled',
        connecting: 'Connecting…',
        Call: 'Call', Request: 'Webhook', Answer: 'Answer', Verb: 'Verb', Heard: 'Prompt', Digits: 'Key', Queue: 'Queue',
        Conference: 'Conference', Text: 'Text message', Rest: 'REST', Gap: 'Silence', Error: 'Error',
        microphone: 'Microphone',
        'mic-refused': 'The microphone is not allowed: you hear, but you are not heard. Allow it in the browser’s settings.',
        'mic-missing': 'No microphone was found: you hear, but you are not heard. Plug one in.',
        'mic-busy': 'Another program is using the microphone: you hear, but you are not heard.',
        'mic-insecure': 'The browser opens no microphone at this address, only over https or on localhost: you hear, but you are not heard.',
        noLink: 'No voice gets through: the network could not connect the browsers.',
    },
};

const wanted = [new URLSearchParams(location.search).get('lang'), localStorage.getItem('exchange-language'), ...navigator.languages.map(l => l.slice(0, 2))];

export let language = wanted.find(l => l in words) ?? 'en';

/** A word of the page in the chosen language; {0} stands for the value. */
export const word = (key, value) => (words[language][key] ?? key).replace('{0}', value);

/** Whether the word has a translation; protocol terms have none. */
export const isWord = key => key in words[language] || language === 'en';

export function speak(chosen) {
    language = chosen;
    localStorage.setItem('exchange-language', chosen);
    document.documentElement.lang = chosen;
    document.title = `${word('title')} · Helpline`;
    translate(document);
}

/** Fills every element below that names its word. */
export function translate(root) {
    for (const element of root.querySelectorAll('[data-word]')) element.textContent = word(element.dataset.word);
}
