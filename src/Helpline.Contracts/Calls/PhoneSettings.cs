namespace Helpline.Contracts.Calls;

/// <summary>What the page's browser phone needs.</summary>
/// <param name="Provider">Exchange or Twilio.</param>
/// <param name="Script">Address of an ES module that exports <c>createPhone({token, identity, on})</c>; null when this build has no softphone.</param>
/// <param name="Identity">The leg's name at the provider: the user name.</param>
/// <param name="Token">A short-lived access token.</param>
/// <param name="TestPhone">Address of the page where one can ring as a caller; null in production.</param>
public sealed record PhoneSettings(string Provider, string? Script, string Identity, string Token, string? TestPhone);
