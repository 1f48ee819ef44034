using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Line : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.DropIndex(
                name: "OneOpenOfferForACall",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls");

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "Presences",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Missed",
                table: "Presences",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Presences",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "TalkDay",
                table: "Presences",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TalkSeconds",
                table: "Presences",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Conference",
                table: "LineCommands",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Abuse",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "BackupRungAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Conference",
                table: "Calls",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "CutOff",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Diversion",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Exit",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstAnsweredAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flag",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedOnAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedOnBy",
                table: "Calls",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "HeldSince",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "Calls",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Outbound",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Preferred",
                table: "Calls",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "RungAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedReason",
                table: "Calls",
                type: "nvarchar(1024)",
                maxLength: 1024,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Unreached",
                table: "Calls",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "WaitUntil",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "Accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Topics",
                table: "Accounts",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NumberHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Shared = table.Column<bool>(type: "bit", nullable: false),
                    When = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MayLeaveMessage = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Calling = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MergedInto = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallerFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerFlags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallerMemories",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LastCallAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CutOffUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CutOffFrom = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerMemories", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "LineSwitches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Order = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineSwitches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Listeners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TicketUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Leg = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listeners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MissedCalls",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WaitedSeconds = table.Column<int>(type: "int", nullable: false),
                    NumberHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ActedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissedCalls", x => x.CallId);
                });

            migrationBuilder.CreateTable(
                name: "RoutingDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Chosen = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Order = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WaitedSeconds = table.Column<int>(type: "int", nullable: false),
                    Free = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingDecisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Deadline = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ToLeg = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VoicemailAudio",
                columns: table => new
                {
                    VoicemailId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoicemailAudio", x => x.VoicemailId);
                });

            migrationBuilder.CreateTable(
                name: "Voicemails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Deadline = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recording = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Seconds = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Calling = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Voicemails", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls",
                columns: new[] { "State", "Language", "Priority", "QueuedAt" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_CallId",
                table: "Callbacks",
                column: "CallId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks",
                column: "Calling");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_NumberHash",
                table: "Callbacks",
                column: "NumberHash",
                unique: true,
                filter: "[State] IN ('Open', 'Assigned')");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_State_QueuedAt",
                table: "Callbacks",
                columns: new[] { "State", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallerFlags_Hash_Until",
                table: "CallerFlags",
                columns: new[] { "Hash", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Listeners_CallId",
                table: "Listeners",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_Listeners_Leg",
                table: "Listeners",
                column: "Leg");

            migrationBuilder.CreateIndex(
                name: "IX_MissedCalls_ActedAt_At",
                table: "MissedCalls",
                columns: new[] { "ActedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MissedCalls_NumberHash",
                table: "MissedCalls",
                column: "NumberHash",
                filter: "[ActedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingDecisions_CallId_At",
                table: "RoutingDecisions",
                columns: new[] { "CallId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_State_Deadline",
                table: "Transfers",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ToLeg",
                table: "Transfers",
                column: "ToLeg");

            migrationBuilder.CreateIndex(
                name: "OneOpenTransferOfACall",
                table: "Transfers",
                column: "CallId",
                unique: true,
                filter: "[State] IN ('Asked', 'Accepted', 'Consulting')");

            migrationBuilder.CreateIndex(
                name: "OneOpenTransferToAColleague",
                table: "Transfers",
                column: "To",
                unique: true,
                filter: "[State] IN ('Asked', 'Accepted', 'Consulting')");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_CallId",
                table: "Voicemails",
                column: "CallId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails",
                column: "Calling");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_State_Deadline",
                table: "Voicemails",
                columns: new[] { "State", "Deadline" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Callbacks");

            migrationBuilder.DropTable(
                name: "CallerFlags");

            migrationBuilder.DropTable(
                name: "CallerMemories");

            migrationBuilder.DropTable(
                name: "LineSwitches");

            migrationBuilder.DropTable(
                name: "Listeners");

            migrationBuilder.DropTable(
                name: "MissedCalls");

            migrationBuilder.DropTable(
                name: "RoutingDecisions");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "VoicemailAudio");

            migrationBuilder.DropTable(
                name: "Voicemails");

            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.DropIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "AskedAt",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Missed",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "TalkDay",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "TalkSeconds",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Conference",
                table: "LineCommands");

            migrationBuilder.DropColumn(
                name: "Abuse",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "BackupRungAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Conference",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "CutOff",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Diversion",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Exit",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "FirstAnsweredAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Flag",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "HandedOnAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "HandedOnBy",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "HeldSince",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Outbound",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Preferred",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RungAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "SealedReason",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Unreached",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "WaitUntil",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Topics",
                table: "Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId",
                unique: true,
                filter: "[CallId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "OneOpenOfferForACall",
                table: "Offers",
                column: "CallId",
                unique: true,
                filter: "[State] IN ('Made', 'Shown')");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls",
                columns: new[] { "State", "Language", "Priority", "QueuedAt" });
        }
    }
}
