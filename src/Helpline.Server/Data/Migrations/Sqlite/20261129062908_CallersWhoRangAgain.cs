using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallersWhoRangAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_NumberHash",
                table: "Calls");

            migrationBuilder.AddColumn<DateTime>(
                name: "RangAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RangBeforeThatAt",
                table: "Calls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calls_NumberHash_ArrivedAt",
                table: "Calls",
                columns: new[] { "NumberHash", "ArrivedAt" });

            // Of calls from before: when their numbers had rung.
            migrationBuilder.Sql(
                "UPDATE [Calls] SET [RangAt] = (SELECT MAX([p].[ArrivedAt]) FROM [Calls] AS [p] WHERE [p].[NumberHash] = [Calls].[NumberHash] "
                + "AND [p].[Outbound] = 0 AND [p].[ArrivedAt] < [Calls].[ArrivedAt]) WHERE [NumberHash] IS NOT NULL AND [Outbound] = 0");

            migrationBuilder.Sql(
                "UPDATE [Calls] SET [RangBeforeThatAt] = (SELECT MAX([p].[RangAt]) FROM [Calls] AS [p] WHERE [p].[NumberHash] = [Calls].[NumberHash] "
                + "AND [p].[Outbound] = 0 AND [p].[ArrivedAt] = [Calls].[RangAt]) WHERE [RangAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash_RangAt_RangBeforeThatAt",
                table: "Calls",
                columns: new[] { "ArrivedAt", "Outbound", "NumberHash", "RangAt", "RangBeforeThatAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash_RangAt_RangBeforeThatAt",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_NumberHash_ArrivedAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RangAt",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "RangBeforeThatAt",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_ArrivedAt_Outbound_NumberHash",
                table: "Calls",
                columns: new[] { "ArrivedAt", "Outbound", "NumberHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Calls_NumberHash",
                table: "Calls",
                column: "NumberHash");
        }
    }
}
