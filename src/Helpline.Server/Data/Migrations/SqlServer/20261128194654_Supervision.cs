using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Ledger_CallId",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_Calls_ArrivedAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Subject_SubjectId",
                table: "AuditTrail");

            migrationBuilder.CreateTable(
                name: "CallRollUps",
                columns: table => new
                {
                    Hour = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AnsweredWaits = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AbandonedWaits = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sums_Abandoned = table.Column<int>(type: "int", nullable: false),
                    Sums_AbandonedInTime = table.Column<int>(type: "int", nullable: false),
                    Sums_AbandonedWait = table.Column<double>(type: "float", nullable: false),
                    Sums_Answered = table.Column<int>(type: "int", nullable: false),
                    Sums_AnsweredInTime = table.Column<int>(type: "int", nullable: false),
                    Sums_AnsweredWait = table.Column<double>(type: "float", nullable: false),
                    Sums_Exited = table.Column<int>(type: "int", nullable: false),
                    Sums_Hold = table.Column<double>(type: "float", nullable: false),
                    Sums_LongAbandonedWait = table.Column<double>(type: "float", nullable: false),
                    Sums_Open = table.Column<int>(type: "int", nullable: false),
                    Sums_ShortAbandons = table.Column<int>(type: "int", nullable: false),
                    Sums_Talk = table.Column<double>(type: "float", nullable: false),
                    Sums_Wrap = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallRollUps", x => new { x.Hour, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "FrozenNumbers",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Figure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<double>(type: "float", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenNumbers", x => new { x.ReportId, x.Figure, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "FrozenReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Period = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Team = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FrozenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HourRollUps",
                columns: table => new
                {
                    Hour = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Contacts = table.Column<int>(type: "int", nullable: false),
                    Tallies = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Crew_Accepted = table.Column<int>(type: "int", nullable: false),
                    Crew_Missed = table.Column<int>(type: "int", nullable: false),
                    Crew_MissedThoughCallerStayed = table.Column<int>(type: "int", nullable: false),
                    Crew_Offers = table.Column<int>(type: "int", nullable: false),
                    Crew_Ready = table.Column<double>(type: "float", nullable: false),
                    Crew_Ring = table.Column<double>(type: "float", nullable: false),
                    Crew_SignedIn = table.Column<double>(type: "float", nullable: false),
                    Crew_Work = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HourRollUps", x => x.Hour);
                });

            migrationBuilder.CreateTable(
                name: "JournalExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Maker = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Journal = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Format = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Filter = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    HeardAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RollUpMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ledger = table.Column<long>(type: "bigint", nullable: false),
                    Notes = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollUpMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rotas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Changes = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rotas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Shifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WeeklyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Counselor = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shifts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Swaps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShiftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TakenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    InReturn = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Swaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WeeklyShifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Begins = table.Column<TimeOnly>(type: "time", nullable: false),
                    Ends = table.Column<TimeOnly>(type: "time", nullable: false),
                    Counselor = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OnHolidays = table.Column<bool>(type: "bit", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeeklyShifts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_PlannedFrom",
                table: "Visits",
                column: "PlannedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_PlannedFrom_Id",
                table: "Visits",
                columns: new[] { "PlannedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Team_PlannedFrom_Id",
                table: "Visits",
                columns: new[] { "Team", "PlannedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_SentAt_Id",
                table: "Referrals",
                columns: new[] { "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Team_SentAt_Id",
                table: "Referrals",
                columns: new[] { "Team", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_SavedAt",
                table: "Notes",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CallId",
                table: "Ledger",
                column: "CallId",
                filter: "[CallId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_Counselor_At",
                table: "Ledger",
                columns: new[] { "Counselor", "At" },
                filter: "[CallId] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ContactId",
                table: "FollowUps",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_PlannedAt",
                table: "FollowUps",
                column: "PlannedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Team_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "Team", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_EnteredLateAt",
                table: "Contacts",
                column: "EnteredLateAt",
                filter: "[EnteredLateAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Team_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "Team", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ArrivedAt_Id",
                table: "Calls",
                columns: new[] { "ArrivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash",
                table: "Calls",
                columns: new[] { "ArrivedAt", "Outbound", "NumberHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_AskedAt",
                table: "Callbacks",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Action_At",
                table: "AuditTrail",
                columns: new[] { "Action", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Subject_At",
                table: "AuditTrail",
                columns: new[] { "Subject", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_SubjectId_At",
                table: "AuditTrail",
                columns: new[] { "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FrozenReports_Period_Team",
                table: "FrozenReports",
                columns: new[] { "Period", "Team" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalExports_Maker_CreatedAt",
                table: "JournalExports",
                columns: new[] { "Maker", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JournalExports_State_HeardAt",
                table: "JournalExports",
                columns: new[] { "State", "HeardAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_Counselor_From",
                table: "Shifts",
                columns: new[] { "Counselor", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_From",
                table: "Shifts",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_State_From",
                table: "Shifts",
                columns: new[] { "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Shifts_WeeklyId_Day",
                table: "Shifts",
                columns: new[] { "WeeklyId", "Day" },
                unique: true,
                filter: "[WeeklyId] IS NOT NULL AND [Day] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Swaps_ShiftId",
                table: "Swaps",
                column: "ShiftId",
                unique: true,
                filter: "[State] IN ('Asked', 'Taken')");

            migrationBuilder.CreateIndex(
                name: "IX_Swaps_State",
                table: "Swaps",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_WeeklyShifts_EndedAt",
                table: "WeeklyShifts",
                column: "EndedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallRollUps");

            migrationBuilder.DropTable(
                name: "FrozenNumbers");

            migrationBuilder.DropTable(
                name: "FrozenReports");

            migrationBuilder.DropTable(
                name: "HourRollUps");

            migrationBuilder.DropTable(
                name: "JournalExports");

            migrationBuilder.DropTable(
                name: "RollUpMarks");

            migrationBuilder.DropTable(
                name: "Rotas");

            migrationBuilder.DropTable(
                name: "Shifts");

            migrationBuilder.DropTable(
                name: "Swaps");

            migrationBuilder.DropTable(
                name: "WeeklyShifts");

            migrationBuilder.DropIndex(
                name: "IX_Visits_PlannedFrom",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_PlannedFrom_Id",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Visits_Team_PlannedFrom_Id",
                table: "Visits");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_SentAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_Team_SentAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Notes_SavedAt",
                table: "Notes");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_CallId",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_Ledger_Counselor_At",
                table: "Ledger");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_ContactId",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_PlannedAt",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_Team_DueAt_Id",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_EnteredLateAt",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Team_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Calls_ArrivedAt_Id",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Callbacks_AskedAt",
                table: "Callbacks");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Action_At",
                table: "AuditTrail");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Subject_At",
                table: "AuditTrail");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_SubjectId_At",
                table: "AuditTrail");

            migrationBuilder.CreateIndex(
                name: "IX_Ledger_CallId",
                table: "Ledger",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ArrivedAt",
                table: "Calls",
                column: "ArrivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Subject_SubjectId",
                table: "AuditTrail",
                columns: new[] { "Subject", "SubjectId" });
        }
    }
}
