using Helpline.Contracts.Accounts;
using Helpline.Server.Accounts;

namespace Helpline.Server.Shifts;

internal static class ShiftsSetup
{
    public static void AddShifts(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<ShiftDesks>().AddScoped<PlanShiftsJob>().AddScoped<RemindOfShiftsJob>();

    public static void MapShifts(this IEndpointRouteBuilder routes)
    {
        var rota = routes.MapGroup("").WithTags("Shifts").For(Section.Shifts);
        var supervisors = rota.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        RotaEndpoints.Map(rota);
        ShiftEndpoints.Map(rota, supervisors);
        SwapEndpoints.Map(rota, supervisors);
        WeeklyEndpoints.Map(supervisors);
    }
}
