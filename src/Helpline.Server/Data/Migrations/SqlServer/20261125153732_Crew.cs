using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LostAt",
                table: "Presences",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Phone",
                table: "Presences",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Tab",
                table: "Presences",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "ByPhone",
                table: "Offers",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsPickedUp",
                table: "Offers",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PhoneLeg",
                table: "Offers",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "Consent",
                table: "Calls",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ConsentAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CounselorByPhone",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedSince",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RecordingLost",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SealedPhone",
                table: "Accounts",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "TalkRecordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Counselor = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Deadline = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Recording = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Seconds = table.Column<int>(type: "int", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalkRecordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ThirdParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CallId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Partner = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SealedNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Leg = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Deadline = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ThirdParties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UserName",
                table: "Accounts",
                column: "UserName",
                unique: true,
                filter: "[UserName] IS NOT NULL");

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
