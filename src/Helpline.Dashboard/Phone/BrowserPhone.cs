using Helpline.Dashboard.Api;
using Microsoft.JSInterop;

namespace Helpline.Dashboard.Phone;

internal enum PhoneState { Idle, Connecting, Connected, Reconnecting, Failed, Missing }

internal enum MicrophoneProblem { Refused, Missing, Busy, Insecure }

/// <summary>The counselor's leg in this browser tab: the telephony provider's module behind one small interface.</summary>
internal sealed class BrowserPhone(HelplineApi api, IJSRuntime script) : IAsyncDisposable
{
    private DotNetObjectReference<BrowserPhone>? self;
    private IJSObjectReference? module;

    public event Action? Changed;

    public PhoneState State { get; private set; }

    public bool Muted { get; private set; }

    /// <summary>The line is poor; null when it is good.</summary>
    public string? Warning { get; private set; }

    /// <summary>Why she only listens; null when the microphone is open.</summary>
    public MicrophoneProblem? Microphone { get; private set; }

    /// <summary>The provider's code or text of the last failure, for whoever looks into it.</summary>
    public string? Fault { get; private set; }

    public bool OnLine => State is PhoneState.Connecting or PhoneState.Connected or PhoneState.Reconnecting;

    /// <summary>Loads the provider's module ahead of the first call, so that accepting is quick.</summary>
    public async Task Warm()
    {
        if ((await api.Phone()).Value is not { Script: { } address })
            return;
        try
        {
            await (await Module()).InvokeVoidAsync("warm", address);
        }
        catch (JSException)
        {
            // The same failure is told where it matters: when a call is taken.
        }
    }

    /// <summary>Dials in with a single-use ticket. False when this browser cannot; <see cref="State"/> says why.</summary>
    public async Task<bool> Connect(string ticket)
    {
        (Muted, Warning, Microphone, Fault) = (false, null, null, null);
        Become(PhoneState.Connecting);
        var settings = (await api.Phone()).Value;
        if (settings?.Script is null)
        {
            Become(settings is null ? PhoneState.Failed : PhoneState.Missing);
            return false;
        }
        try
        {
            await (await Module()).InvokeVoidAsync("connect", settings, ticket, self ??= DotNetObjectReference.Create(this));
            return State != PhoneState.Failed;
        }
        catch (JSException failure)
        {
            Fault = failure.Message.Split('\n')[0];
            Become(PhoneState.Failed);
            return false;
        }
    }

    public async Task Mute(bool on)
    {
        if (module is null)
            return;
        await module.InvokeVoidAsync("mute", on);
        Muted = on;
        Changed?.Invoke();
    }

    public Task HangUp() => End("hangUp");

    /// <summary>The call is over, however it ended.</summary>
    public Task Drop() => End("drop");

    [JSInvokable]
    public void OnPhone(string happened, string? detail)
    {
        switch (happened)
        {
            case "connecting": State = PhoneState.Connecting; break;
            case "connected": (State, Warning) = (PhoneState.Connected, null); break;
            case "reconnecting": State = PhoneState.Reconnecting; break;
            case "disconnected": State = State == PhoneState.Failed ? PhoneState.Failed : PhoneState.Idle; break;
            case "muted": Muted = !string.Equals(detail, "false", StringComparison.OrdinalIgnoreCase); break;
            case "warning": Warning = string.IsNullOrEmpty(detail) ? null : detail; break;
            case "microphone": Microphone = Enum.TryParse<MicrophoneProblem>(detail, ignoreCase: true, out var problem) ? problem : null; break;
            case "token": _ = Renew(); break;
            case "error": (State, Fault) = (PhoneState.Failed, detail); break;
        }
        Changed?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        if (module is not null)
            await module.DisposeAsync();
        self?.Dispose();
    }

    /// <summary>A call longer than its token's life needs a fresh one, or it cannot come back from a lost network.</summary>
    private async Task Renew()
    {
        if (module is not null && (await api.Phone()).Value is { } settings)
            await module.InvokeVoidAsync("renew", settings.Token);
    }

    private async Task End(string how)
    {
        try
        {
            if (module is not null)
                await module.InvokeVoidAsync(how);
        }
        catch (JSException)
        {
            // Whatever the module says, this leg is not ours any more; the server's truth is the webhooks.
        }
        Become(PhoneState.Idle);
    }

    private async Task<IJSObjectReference> Module() =>
        module ??= await script.InvokeAsync<IJSObjectReference>("import", "./js/phone.js");

    private void Become(PhoneState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
