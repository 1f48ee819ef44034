using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class UnderWay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails");

            migrationBuilder.DropIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails",
                column: "Calling",
                filter: "[Calling] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks",
                column: "Calling",
                filter: "[Calling] IS NOT NULL");
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

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_Calling",
                table: "Voicemails",
                column: "Calling");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_Calling",
                table: "Callbacks",
                column: "Calling");
        }
    }
}
