using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Routing;
using Helpline.Domain.Shifts;
using Helpline.Tests.Support;
using Helpline.Tests.Visits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Tests.Shifts;

/// <summary>Yerlan (supervisor1) makes the rota; Aigul (counselor1: kk, ru), Dana (counselor2: kk, en) and Marina (counselor3: ru, en) work it. It is Monday, 2 November 2026, 14:00 in Almaty.</summary>
internal sealed class RotaStory(HelplineHost host) : IDisposable
{
    public HelplineHost Host => host;
    public DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    /// <param name="byRota">Calls ring only for counselors on shift.</param>
    public static RotaStory Begins(bool byRota = false) => new(HelplineHost.Start(replace: byRota
        ? services => services.Replace(ServiceDescriptor.Singleton((RoutingRules)services.Last(s => s.ServiceType == typeof(RoutingRules)).ImplementationInstance! with { OnShiftWithin = TimeSpan.FromMinutes(15) }))
        : null));

    public async Task<Staff> Enters(string userName)
    {
        var http = host.Http();
        (await http.PostAsJsonAsync(Routes.Session, new SignIn(userName, HelplineHost.Password))).EnsureSuccessStatusCode();
        return new(http);
    }

    /// <summary>On a day of this November, by the wall clock.</summary>
    public static NewShift Hours(int day, int from, int to, string? counselor = null, string? language = null) =>
        new(new(2026, 11, day, from, 0, 0), to <= from ? new(2026, 11, day + 1, to, 0, 0) : new(2026, 11, day, to, 0, 0), counselor, language);

    public static async Task<ShiftCard> Planned(Staff by, NewShift wish) => await VisitStory.Answer<ShiftCard>(await by.Posts(Routes.Shifts, wish));

    public static async Task<SwapCard> Swap(Task<HttpResponseMessage> answer) => await VisitStory.Answer<SwapCard>(await answer);

    public static ShiftChange As(ShiftCard shift, string? reason = null) => new(shift.LocalFrom, shift.LocalTo, shift.Counselor, shift.Language, reason, shift.Version);

    /// <summary>400, by this field and for this reason.</summary>
    /// <returns>The whole answer.</returns>
    public static async Task<JsonElement> IsRefused(HttpResponseMessage answer, string field, ShiftFault fault)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{answer.StatusCode} {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((field, fault.ToString()), (problem.GetProperty("errors").EnumerateObject().Single().Name, problem.GetProperty("reason").GetString()));
        return problem;
    }

    public void Dispose() => host.Dispose();
}
