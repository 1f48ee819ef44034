using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RingForSeveral : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Presences_CallId",
                table: "Presences");

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CallId",
                table: "Presences",
                column: "CallId",
                unique: true,
                filter: "[CallId] IS NOT NULL");
        }
    }
}
