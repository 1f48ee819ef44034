using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Helpline.Dashboard.Layout;

/// <summary>What only the browser can do: the bell, the title, notifications, keys, storage of this tab.</summary>
internal sealed class PageScript(IJSRuntime script) : IAsyncDisposable
{
    private IJSObjectReference? module;

    /// <summary>Keeps the language in this browser and loads the page anew in it.</summary>
    public ValueTask Speak(string language) => Do("speak", language);

    public ValueTask Print() => Do("print");

    public ValueTask Reload() => Do("reload");

    /// <summary>Brings the link of this page into sight, where the row of links is wider than the screen.</summary>
    public ValueTask ShowPlace() => Do("showPlace");

    /// <summary>Survives a reload of this tab and is seen by no other tab; null forgets.</summary>
    public ValueTask Remember(string key, string? value) => Do("remember", key, value);

    public ValueTask<string?> Recall(string key) => Ask<string?>("recall", key);

    /// <summary>Names this tab as no other is named, and tells it <c>OnSeen</c> and <c>OnResumed</c>. A page that freezes gives its calls away.</summary>
    public ValueTask<string?> OpenTab<T>(DotNetObjectReference<T> tab) where T : class => Ask<string?>("openTab", tab);

    public ValueTask OpenDialog(ElementReference dialog) => Do("openDialog", dialog);

    /// <summary>Asks for sound and notifications; must follow a click. False when the browser keeps silent.</summary>
    public ValueTask<bool> PermitBell() => Ask<bool>("permitBell");

    public ValueTask<bool> BellPermitted() => Ask<bool>("bellPermitted");

    public ValueTask TestBell() => Do("testBell");

    /// <summary>Rings until <see cref="Quiet"/>. True once the card is in the page and, where the page is seen, painted.</summary>
    public ValueTask<bool> Ring(ElementReference card, string text) => Ask<bool>("ring", card, text);

    public ValueTask Quiet() => Do("quiet");

    /// <summary>Calls <c>OnKey</c> with A to Z, 0 to 9, Finish (Ctrl+Enter) or Directory (Alt+O), whatever the keyboard's language.</summary>
    public ValueTask Listen<T>(DotNetObjectReference<T> keys) where T : class => Do("listen", keys);

    /// <summary>Asks <c>Unsaved</c> when the page is left and sends what it answers; lets the browser ask first when it <c>WouldLose</c> words.</summary>
    public ValueTask SaveOnLeave<T>(DotNetObjectReference<T> draft) where T : class => Do("saveOnLeave", draft);

    public async ValueTask DisposeAsync()
    {
        if (module is not null)
            await module.DisposeAsync();
    }

    private async ValueTask Do(string what, params object?[] with)
    {
        module ??= await script.InvokeAsync<IJSObjectReference>("import", "./js/page.js");
        await module.InvokeVoidAsync(what, with);
    }

    private async ValueTask<T> Ask<T>(string what, params object?[] with)
    {
        module ??= await script.InvokeAsync<IJSObjectReference>("import", "./js/page.js");
        return await module.InvokeAsync<T>(what, with);
    }
}
