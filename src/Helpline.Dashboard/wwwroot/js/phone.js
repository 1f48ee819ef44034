// Loads the telephony provider's phone module and reports its events to BrowserPhone.cs.
let phone = null;

export const warm = script => import(new URL(script, document.baseURI)).then(() => { });

export async function connect(settings, ticket, listener) {
    await drop();
    const { createPhone } = await import(new URL(settings.script, document.baseURI));
    let mine = null;
    // What an older phone still says is no news.
    const on = (event, detail) => mine !== null && mine === phone && listener.invokeMethodAsync('OnPhone', event, describe(detail));
    mine = await createPhone({ token: settings.token, identity: settings.identity, on });
    phone = mine;
    await mine.connect({ ticket });
}

export const mute = on => phone?.mute(on);

export const renew = token => phone?.updateToken?.(token);

export async function hangUp() {
    await phone?.hangUp();
}

export async function drop() {
    const old = phone;
    phone = null;
    await old?.dispose();
}

const describe = detail => detail === undefined || detail === null ? null
    : typeof detail === 'object' ? String(detail.muted ?? detail.problem ?? detail.code ?? detail.message ?? '') : String(detail);
