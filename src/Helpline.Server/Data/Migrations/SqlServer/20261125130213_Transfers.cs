using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedOnBy",
                table: "Calls",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

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
                unique: true,
                filter: "[CallId] IS NOT NULL");
        }
    }
}
