using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnershipTracker.Web.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeskKnowledge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Shingles",
                table: "Texts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Readings",
                table: "Proposals",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            // By hand: EF would copy the whole table for the foreign key, outside the migration's transaction.
            migrationBuilder.Sql(
                """ALTER TABLE "Proposals" ADD COLUMN "SameAsId" TEXT NULL REFERENCES "Proposals" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.AddColumn<long>(
                name: "WordsKey",
                table: "Proposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DocumentOverlap",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EarlierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Share = table.Column<double>(type: "REAL", nullable: false),
                    EarlierShare = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentOverlap", x => new { x.DocumentId, x.EarlierId });
                    table.ForeignKey(
                        name: "FK_DocumentOverlap_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentOverlap_Documents_EarlierId",
                        column: x => x.EarlierId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // As EF would make it, but without row ids: the key is all there is, and kept once.
            migrationBuilder.Sql(
                """
                CREATE TABLE "DocumentShingle" (
                    "Hash" INTEGER NOT NULL,
                    "DocumentId" TEXT NOT NULL,
                    CONSTRAINT "PK_DocumentShingle" PRIMARY KEY ("Hash", "DocumentId")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "RuleSwitches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSwitches", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_SameAsId",
                table: "Proposals",
                column: "SameAsId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_WordsKey",
                table: "Proposals",
                column: "WordsKey");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentOverlap_EarlierId",
                table: "DocumentOverlap",
                column: "EarlierId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSwitches_About_Rule",
                table: "RuleSwitches",
                columns: new[] { "About", "Rule" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Proposals_Proposals_SameAsId",
                table: "Proposals");

            migrationBuilder.DropTable(
                name: "DocumentOverlap");

            migrationBuilder.DropTable(
                name: "DocumentShingle");

            migrationBuilder.DropTable(
                name: "RuleSwitches");

            migrationBuilder.DropIndex(
                name: "IX_Proposals_SameAsId",
                table: "Proposals");

            migrationBuilder.DropIndex(
                name: "IX_Proposals_WordsKey",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "Shingles",
                table: "Texts");

            migrationBuilder.DropColumn(
                name: "Readings",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "SameAsId",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "WordsKey",
                table: "Proposals");
        }
    }
}
