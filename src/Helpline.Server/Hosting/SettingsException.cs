namespace Helpline.Server.Hosting;

/// <summary>A setting or a file of <c>config/</c> that keeps the server from starting, told so that it can be mended.</summary>
internal sealed class SettingsException(string where, string wrong, string right)
    : Exception($"{where} {wrong}. Right would be: {right}.");
