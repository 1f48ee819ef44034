using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class JudgedWhenRead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Sums_AbandonedInTime",
                table: "CallRollUps");

            migrationBuilder.DropColumn(
                name: "Sums_AnsweredInTime",
                table: "CallRollUps");

            migrationBuilder.DropColumn(
                name: "Sums_LongAbandonedWait",
                table: "CallRollUps");

            migrationBuilder.DropColumn(
                name: "Sums_ShortAbandons",
                table: "CallRollUps");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Sums_AbandonedInTime",
                table: "CallRollUps",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Sums_AnsweredInTime",
                table: "CallRollUps",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "Sums_LongAbandonedWait",
                table: "CallRollUps",
                type: "float",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "Sums_ShortAbandons",
                table: "CallRollUps",
                type: "int",
                nullable: false,
                defaultValue: 0);
        }
    }
}
