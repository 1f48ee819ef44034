using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallersLine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Abuse",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CutOff",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Diversion",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Exit",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flag",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Preferred",
                table: "Calls",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WaitUntil",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Callbacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedNumber = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NumberHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    When = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MayLeaveMessage = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Callbacks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallerFlags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerFlags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallerMemories",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    LastCallAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CutOffUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CutOffFrom = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallerMemories", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "LineSwitches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Order = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineSwitches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VoicemailAudio",
                columns: table => new
                {
                    VoicemailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoicemailAudio", x => x.VoicemailId);
                });

            migrationBuilder.CreateTable(
                name: "Voicemails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Voicemails", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_CallId",
                table: "Callbacks",
                column: "CallId",
                unique: true);

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
                name: "IX_Voicemails_CallId",
                table: "Voicemails",
                column: "CallId",
                unique: true);

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
                name: "VoicemailAudio");

            migrationBuilder.DropTable(
                name: "Voicemails");

            migrationBuilder.DropColumn(
                name: "Abuse",
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
                name: "Flag",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Preferred",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "WaitUntil",
                table: "Calls");
        }
    }
}
