using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Routing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "OneOpenOfferForACall",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls");

            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAt",
                table: "Presences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Missed",
                table: "Presences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Presences",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TalkDay",
                table: "Presences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TalkSeconds",
                table: "Presences",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstAnsweredAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Topics",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "MissedCalls",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WaitedSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ActedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissedCalls", x => x.CallId);
                });

            migrationBuilder.CreateTable(
                name: "RoutingDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Chosen = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WaitedSeconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Free = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingDecisions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_State_Language_Priority_QueuedAt",
                table: "Calls",
                columns: new[] { "State", "Language", "Priority", "QueuedAt" },
                descending: new[] { false, false, true, false });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MissedCalls");

            migrationBuilder.DropTable(
                name: "RoutingDecisions");

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
                name: "FirstAnsweredAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Topics",
                table: "Accounts");

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
