using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallingBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Voicemails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Calling",
                table: "Voicemails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BackupRungAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Outbound",
                table: "Calls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RungAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedReason",
                table: "Calls",
                type: "TEXT",
                maxLength: 1024,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unreached",
                table: "Calls",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Callbacks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Calling",
                table: "Callbacks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails",
                column: "Calling");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks",
                column: "Calling");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails");

            migrationBuilder.DropIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Voicemails");

            migrationBuilder.DropColumn(
                name: "Calling",
                table: "Voicemails");

            migrationBuilder.DropColumn(
                name: "BackupRungAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Outbound",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RungAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "SealedReason",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Unreached",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Callbacks");

            migrationBuilder.DropColumn(
                name: "Calling",
                table: "Callbacks");
        }
    }
}
