using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Helpline.Server.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "About_CallerAge",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_CallerKind",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_CallerSex",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_Language",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_NeedAge",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_NeedSex",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About_Region",
                table: "Notes",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SafetySteps",
                table: "Notes",
                type: "TEXT",
                maxLength: 512,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Screen_Alone",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Screen_Means",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Screen_Plan",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Screen_SomeoneWith",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Screen_Thoughts",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Screen_Time",
                table: "Notes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedRiskReason",
                table: "Notes",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedSafetyReason",
                table: "Notes",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topics",
                table: "Notes",
                type: "TEXT",
                maxLength: 512,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "OrganizationId",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Team",
                table: "Accounts",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CallerHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SealedText = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditTrail",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.UserName);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Risk = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TouchedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CatalogEdits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 81, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Edition = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContactResources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactResources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredLateAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Counselor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    CallerHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IdsHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Escalations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedNote = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpAttempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    About = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Risk = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    MayCall = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlannedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AgreedFor = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Calling = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answered = table.Column<Guid>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SupersededBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Grants",
                columns: table => new
                {
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Notes = table.Column<bool>(type: "INTEGER", nullable: false),
                    SortAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Grants", x => new { x.UserName, x.Subject, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    To = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Households",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Households", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Locations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Phones = table.Column<string>(type: "TEXT", nullable: false),
                    Accessibility = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Locations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoteAddenda",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedText = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteAddenda", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoteVersions",
                columns: table => new
                {
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteVersions", x => new { x.CallId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => new { x.Subject, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "OpenTimes",
                columns: table => new
                {
                    LocationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenTimes", x => new { x.LocationId, x.From });
                });

            migrationBuilder.CreateTable(
                name: "OrganizationMarks",
                columns: table => new
                {
                    Mark = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationMarks", x => new { x.Mark, x.OrganizationId });
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    About = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Website = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SortName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PartnerLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    SealedAddress = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SealedPhone = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GroundBasis = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    GroundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GroundBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    SafeContact_From = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    SafeContact_MayCall = table.Column<bool>(type: "INTEGER", nullable: false),
                    SafeContact_MayLeaveMessage = table.Column<bool>(type: "INTEGER", nullable: false),
                    SafeContact_MaySms = table.Column<bool>(type: "INTEGER", nullable: false),
                    SafeContact_To = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    SafeContact_WhatToSay = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SafeContact_WhoMayAnswer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sender = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Receiver = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ServiceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SealedReason = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SealedForPartner = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    SealedReach = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Consent = table.Column<bool>(type: "INTEGER", nullable: false),
                    OverrideReason = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VisitBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    VisitFrom = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VisitUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HoldUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReasonCode = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SealedRemark = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Services = table.Column<string>(type: "TEXT", nullable: false),
                    Reached = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NeedMet = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => new { x.Subject, x.Word, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "Services",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kinds = table.Column<string>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Eligibility = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Fees = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Documents = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CapacityAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Services", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StuckJobs",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    GivenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StuckJobs", x => new { x.Kind, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "TextMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FollowUpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProviderId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VisitRecords",
                columns: table => new
                {
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    SealedForm = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Shape = table.Column<int>(type: "INTEGER", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitRecords", x => x.VisitId);
                });

            migrationBuilder.CreateTable(
                name: "Visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Follows = table.Column<Guid>(type: "TEXT", nullable: true),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedAddress = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    PlannedFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlannedTo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Worker = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PlannedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOwed = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MissedReason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    EnteredLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Next = table.Column<Guid>(type: "TEXT", nullable: true),
                    Attention = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AttentionSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VisitSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HouseholdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedAddress = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Worker = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Rule_At = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Rule_Count = table.Column<int>(type: "INTEGER", nullable: true),
                    Rule_Every = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Rule_Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule_On = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Rule_Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rule_Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitSeries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CallerHash_Until",
                table: "Alerts",
                columns: new[] { "CallerHash", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_PersonId_Until",
                table: "Alerts",
                columns: new[] { "PersonId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Actor_At",
                table: "AuditTrail",
                columns: new[] { "Actor", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_At",
                table: "AuditTrail",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Subject_SubjectId",
                table: "AuditTrail",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_TokenHash",
                table: "CalendarFeeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_HouseholdId",
                table: "Cases",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Number",
                table: "Cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Owner_State_TouchedAt",
                table: "Cases",
                columns: new[] { "Owner", "State", "TouchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PersonId",
                table: "Cases",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_TouchedAt_Id",
                table: "Cases",
                columns: new[] { "State", "TouchedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Team_State_TouchedAt_Id",
                table: "Cases",
                columns: new[] { "Team", "State", "TouchedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CatalogEdits_Edition",
                table: "CatalogEdits",
                column: "Edition",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogEdits_List_Code",
                table: "CatalogEdits",
                columns: new[] { "List", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContactResources_ContactId_At",
                table: "ContactResources",
                columns: new[] { "ContactId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactResources_OrganizationId",
                table: "ContactResources",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_CallerHash_StartedAt",
                table: "Contacts",
                columns: new[] { "CallerHash", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_CaseId_StartedAt",
                table: "Contacts",
                columns: new[] { "CaseId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Channel_StartedAt_Id",
                table: "Contacts",
                columns: new[] { "Channel", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Counselor_StartedAt_Id",
                table: "Contacts",
                columns: new[] { "Counselor", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Number",
                table: "Contacts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_PersonId_StartedAt",
                table: "Contacts",
                columns: new[] { "PersonId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_StartedAt_Id",
                table: "Contacts",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Team_StartedAt_Id",
                table: "Contacts",
                columns: new[] { "Team", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_At_Id",
                table: "Erasures",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Subject_SubjectId_Step_Cause_DueAt",
                table: "Escalations",
                columns: new[] { "Subject", "SubjectId", "Step", "Cause", "DueAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_To_ClosedAt_RaisedAt",
                table: "Escalations",
                columns: new[] { "To", "ClosedAt", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpAttempts_FollowUpId_At",
                table: "FollowUpAttempts",
                columns: new[] { "FollowUpId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Calling",
                table: "FollowUps",
                column: "Calling");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_CaseId",
                table: "FollowUps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Number",
                table: "FollowUps",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Owner_State_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "Owner", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_State_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Team_State_DueAt_Id",
                table: "FollowUps",
                columns: new[] { "Team", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "OneOpenFollowUpOfAKind",
                table: "FollowUps",
                columns: new[] { "About", "Kind" },
                unique: true,
                filter: "[ClosedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_CaseId",
                table: "Grants",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Grants_Subject_SubjectId",
                table: "Grants",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Grants_UserName_Subject_SortAt_SubjectId",
                table: "Grants",
                columns: new[] { "UserName", "Subject", "SortAt", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_History_CaseId_At",
                table: "History",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject_SubjectId",
                table: "History",
                columns: new[] { "Subject", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_Households_Number",
                table: "Households",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Locations_OrganizationId",
                table: "Locations",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAddenda_CallId_At",
                table: "NoteAddenda",
                columns: new[] { "CallId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenTimes_OrganizationId_From_Until",
                table: "OpenTimes",
                columns: new[] { "OrganizationId", "From", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationMarks_OrganizationId",
                table: "OrganizationMarks",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SortName",
                table: "Organizations",
                column: "SortName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerLinks_ReferralId",
                table: "PartnerLinks",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerLinks_TokenHash",
                table: "PartnerLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_CreatedAt_Id",
                table: "Persons",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Persons_HouseholdId",
                table: "Persons",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Number",
                table: "Persons",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_PhoneHash",
                table: "Persons",
                column: "PhoneHash");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Team_CreatedAt_Id",
                table: "Persons",
                columns: new[] { "Team", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_CaseId",
                table: "Referrals",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_ContactId",
                table: "Referrals",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_DueAt",
                table: "Referrals",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Number",
                table: "Referrals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_OrganizationId_State_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "OrganizationId", "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_PersonId",
                table: "Referrals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Receiver_State_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "Receiver", "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Sender_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "Sender", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Team_CreatedAt_Id",
                table: "Referrals",
                columns: new[] { "Team", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_Subject_SubjectId_Word",
                table: "SearchWords",
                columns: new[] { "Subject", "SubjectId", "Word" });

            migrationBuilder.CreateIndex(
                name: "IX_Services_OrganizationId",
                table: "Services",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_StuckJobs_GivenUpAt",
                table: "StuckJobs",
                column: "GivenUpAt");

            migrationBuilder.CreateIndex(
                name: "IX_TextMessages_Deadline",
                table: "TextMessages",
                column: "Deadline");

            migrationBuilder.CreateIndex(
                name: "IX_TextMessages_FollowUpId",
                table: "TextMessages",
                column: "FollowUpId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitRecords_Author_DoneAt",
                table: "VisitRecords",
                columns: new[] { "Author", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Area_IsOwed_Priority_PlannedFrom_Id",
                table: "Visits",
                columns: new[] { "Area", "IsOwed", "Priority", "PlannedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_AttentionSince",
                table: "Visits",
                column: "AttentionSince");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_CaseId_IsOwed",
                table: "Visits",
                columns: new[] { "CaseId", "IsOwed" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Follows",
                table: "Visits",
                column: "Follows",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_HouseholdId_IsOwed_Priority_PlannedFrom_Id",
                table: "Visits",
                columns: new[] { "HouseholdId", "IsOwed", "Priority", "PlannedFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Number",
                table: "Visits",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visits_ReferralId",
                table: "Visits",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_Visits_SeriesId_PlannedFrom",
                table: "Visits",
                columns: new[] { "SeriesId", "PlannedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_State_PlannedTo",
                table: "Visits",
                columns: new[] { "State", "PlannedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Team_AttentionSince",
                table: "Visits",
                columns: new[] { "Team", "AttentionSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Worker_IsOwed_PlannedFrom",
                table: "Visits",
                columns: new[] { "Worker", "IsOwed", "PlannedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Visits_Worker_PlannedFrom",
                table: "Visits",
                columns: new[] { "Worker", "PlannedFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitSeries_CaseId",
                table: "VisitSeries",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AuditTrail");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropTable(
                name: "CatalogEdits");

            migrationBuilder.DropTable(
                name: "ContactResources");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "FollowUpAttempts");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "Grants");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Households");

            migrationBuilder.DropTable(
                name: "Locations");

            migrationBuilder.DropTable(
                name: "NoteAddenda");

            migrationBuilder.DropTable(
                name: "NoteVersions");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "OpenTimes");

            migrationBuilder.DropTable(
                name: "OrganizationMarks");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "PartnerLinks");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropTable(
                name: "Services");

            migrationBuilder.DropTable(
                name: "StuckJobs");

            migrationBuilder.DropTable(
                name: "TextMessages");

            migrationBuilder.DropTable(
                name: "VisitRecords");

            migrationBuilder.DropTable(
                name: "Visits");

            migrationBuilder.DropTable(
                name: "VisitSeries");

            migrationBuilder.DropColumn(
                name: "About_CallerAge",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_CallerKind",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_CallerSex",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_Language",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_NeedAge",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_NeedSex",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "About_Region",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "SafetySteps",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_Alone",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_Means",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_Plan",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_SomeoneWith",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_Thoughts",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Screen_Time",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "SealedRiskReason",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "SealedSafetyReason",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "Topics",
                table: "Notes");

            migrationBuilder.DropColumn(
                name: "OrganizationId",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Team",
                table: "Accounts");
        }
    }
}
