using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnershipTracker.Web.Storage.Sqlite.Migrations
{
    /// <summary>
    /// The tables of full-text search, unknown to the model: another store would search by other means. They are filled
    /// by <see cref="SearchIndex"/> after the migration, with what the store holds then.
    /// </summary>
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Which row of the index is about what. Row ids of the other tables are not kept by VACUUM, these are.
            migrationBuilder.Sql("""
                CREATE TABLE "SearchRows" (
                    "Row" INTEGER NOT NULL CONSTRAINT "PK_SearchRows" PRIMARY KEY,
                    "Kind" TEXT NOT NULL,
                    "SubjectId" TEXT NOT NULL,
                    "Start" INTEGER NOT NULL DEFAULT 0,
                    "End" INTEGER NOT NULL DEFAULT 0)
                """);
            migrationBuilder.Sql("""CREATE UNIQUE INDEX "IX_SearchRows" ON "SearchRows" ("SubjectId", "Kind", "Start", "End")""");

            // Kind is a word of the index, so that asking for claims alone ranks claims alone.
            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SearchText" USING fts5(
                    "Kind", "Title", "Words", tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')
                """);
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchText", "row")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchVocabulary" """);
            migrationBuilder.Sql("""DROP TABLE "SearchText" """);
            migrationBuilder.Sql("""DROP TABLE "SearchRows" """);
        }
    }
}
