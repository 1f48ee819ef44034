using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CareLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SeenBy",
                table: "Visits",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Voicemails_ClosedAt_LeftAt",
                table: "Voicemails",
                columns: new[] { "ClosedAt", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_State_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_State_SentAt_Id",
                table: "Referrals",
                columns: new[] { "State", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Urgency_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "Urgency", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Urgency_SentAt_Id",
                table: "Referrals",
                columns: new[] { "Urgency", "SentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_State_Kind_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "State", "Kind", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Reason_At",
                table: "AuditTrail",
                columns: new[] { "Reason", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Voicemails_ClosedAt_LeftAt",
                table: "Voicemails");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_State_CreatedAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_State_SentAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_Urgency_CreatedAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_Referrals_Urgency_SentAt_Id",
                table: "Referrals");

            migrationBuilder.DropIndex(
                name: "IX_FollowUps_State_Kind_DueAt_Id",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Reason_At",
                table: "AuditTrail");

            migrationBuilder.DropColumn(
                name: "SeenBy",
                table: "Visits");
        }
    }
}
