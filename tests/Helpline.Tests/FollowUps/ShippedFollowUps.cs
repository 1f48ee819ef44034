using Helpline.Domain.FollowUps;
using Helpline.Server.FollowUps;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;

namespace Helpline.Tests.FollowUps;

internal static class ShippedFollowUps
{
    /// <summary>As in <c>config/follow-ups.json</c>.</summary>
    public static readonly FollowUpRules Rules = FollowUpsFile.Read(
        new ConfigFolder(Path.Combine(Repository.Root, "config")), new Languages([new("kk", "1"), new("ru", "2"), new("en", "3")], new("kk", "1")),
        ["none", "low", "medium", "high", "imminent"]);
}
