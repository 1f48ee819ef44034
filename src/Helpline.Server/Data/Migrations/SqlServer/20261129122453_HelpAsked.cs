using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class HelpAsked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "MissedCalls",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Calling",
                table: "MissedCalls",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HelpAskedAt",
                table: "Calls",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_MissedCalls_Calling",
                table: "MissedCalls",
                column: "Calling");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MissedCalls_Calling",
                table: "MissedCalls");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "MissedCalls");

            migrationBuilder.DropColumn(
                name: "Calling",
                table: "MissedCalls");

            migrationBuilder.DropColumn(
                name: "HelpAskedAt",
                table: "Calls");
        }
    }
}
