using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NarrowCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_Counselor",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_CounselorLeg",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Counselor",
                table: "Calls",
                column: "Counselor",
                unique: true,
                filter: "[Counselor] IS NOT NULL AND [State] IN ('Connecting', 'Talking', 'WrapUp')");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CounselorLeg",
                table: "Calls",
                column: "CounselorLeg",
                filter: "[CounselorLeg] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Calls_Counselor",
                table: "Calls");

            migrationBuilder.DropIndex(
                name: "IX_Calls_CounselorLeg",
                table: "Calls");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_Counselor",
                table: "Calls",
                column: "Counselor",
                unique: true,
                filter: "[State] IN ('Connecting', 'Talking', 'WrapUp')");

            migrationBuilder.CreateIndex(
                name: "IX_Calls_CounselorLeg",
                table: "Calls",
                column: "CounselorLeg");
        }
    }
}
