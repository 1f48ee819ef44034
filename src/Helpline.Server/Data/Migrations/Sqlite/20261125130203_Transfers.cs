using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Transfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedOnAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedOnBy",
                table: "Calls",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ToLeg = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.DropColumn(
                name: "HandedOnAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "HandedOnBy",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId",
                unique: true);
        }
    }
}
