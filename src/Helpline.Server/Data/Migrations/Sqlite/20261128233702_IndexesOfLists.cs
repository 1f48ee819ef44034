using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexesOfLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Callbacks_AskedAt",
                table: "Callbacks");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Sender_State_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "Sender", "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_MadeAt_Id",
                table: "Offers",
                columns: new[] { "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_AskedAt_Id",
                table: "Callbacks",
                columns: new[] { "AskedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Referrals_Sender_State_CreatedAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Offers_MadeAt_Id",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Callbacks_AskedAt_Id",
                table: "Callbacks");

            migrationBuilder.CreateIndex(
                name: "IX_Callbacks_AskedAt",
                table: "Callbacks",
                column: "AskedAt");
        }
    }
}
