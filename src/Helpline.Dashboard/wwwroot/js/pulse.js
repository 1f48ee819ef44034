// Started by Pulse.cs; the worker is the same file.
export function start(listener, milliseconds) {
    const worker = new Worker(import.meta.url, { type: 'module' });
    worker.onmessage = () => listener.invokeMethodAsync('OnBeat');
    worker.postMessage(milliseconds);
}

if (typeof document === 'undefined')
    self.onmessage = event => setInterval(() => self.postMessage(0), event.data);
