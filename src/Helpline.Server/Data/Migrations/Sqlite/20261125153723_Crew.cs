using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Crew : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsHidden",
                table: "Presences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LostAt",
                table: "Presences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Phone",
                table: "Presences",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Tab",
                table: "Presences",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ByPhone",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPickedUp",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PhoneLeg",
                table: "Offers",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Consent",
                table: "Calls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ConsentAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CounselorByPhone",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedSince",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RecordingLost",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SealedPhone",
                table: "Accounts",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TalkRecordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Counselor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkRecordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ThirdParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Partner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SealedNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Leg = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThirdParties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserName",
                table: "Accounts",
                column: "UserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TalkRecordings_CallId",
                table: "TalkRecordings",
                column: "CallId");

            migrationBuilder.CreateIndex(
                name: "IX_TalkRecordings_State_Deadline",
                table: "TalkRecordings",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_ThirdParties_CallId_AskedAt",
                table: "ThirdParties",
                columns: new[] { "CallId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ThirdParties_Leg",
                table: "ThirdParties",
                column: "Leg");

            migrationBuilder.CreateIndex(
                name: "IX_ThirdParties_State_Deadline",
                table: "ThirdParties",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "OneThirdPartyInATalk",
                table: "ThirdParties",
                column: "CallId",
                unique: true,
                filter: "[State] IN ('Calling', 'Talking')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TalkRecordings");

            migrationBuilder.DropTable(
                name: "ThirdParties");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_UserName",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "IsHidden",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "LostAt",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Phone",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "Tab",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "ByPhone",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "IsPickedUp",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "PhoneLeg",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Consent",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "ConsentAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "CounselorByPhone",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RecordedSince",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RecordingLost",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "SealedPhone",
                table: "Accounts");
        }
    }
}
