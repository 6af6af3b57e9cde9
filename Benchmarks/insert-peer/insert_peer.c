/* The peer the register is measured against: SQLite's C interface and nothing else. It inserts the same rows into the
 * same schema (an empty database the server made), raw and hourly, with the same pragmas and the same group size, and
 * prints rows per second. It reads no JSON, checks nothing and answers nobody.
 *
 *     cc -O2 -o insert-peer insert_peer.c -lsqlite3
 *     ./insert-peer DATABASE ROWS GROUP [random]
 *
 * Ids are UUIDv7, ten a millisecond, as screens make them; with `random`, 122 random bits, the index's worst case.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SCREENS = 4, PLACES = 40, LANGUAGES = 4 };

static const char *const screens[SCREENS] = {"hall-0", "hall-1", "hall-2", "hall-3"};
static const char *const languages[LANGUAGES] = {"fr", "en", "nl", "de"};
static char places[PLACES][16];

static sqlite3 *database;

static void check(int code, int expected) {
    if (code == expected) return;
    fprintf(stderr, "insert-peer: SQLite says %d: %s\n", code, sqlite3_errmsg(database));
    exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK); }

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
    return statement;
}

static void step(sqlite3_stmt *statement) {
    check(sqlite3_step(statement), SQLITE_DONE);
    sqlite3_reset(statement);
}

static void bind_text(sqlite3_stmt *statement, int column, const char *text) {
    sqlite3_bind_text(statement, column, text, (int)strlen(text), SQLITE_STATIC);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* xorshift64: fast, and the same ids in each run. */
static uint64_t random_bits(void) {
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void make_id(unsigned char id[16], uint64_t milliseconds, int is_random) {
    uint64_t high = is_random ? random_bits() : milliseconds << 16 | 0x7000 | (random_bits() & 0xFFF);
    uint64_t low = random_bits();
    for (int byte = 0; byte < 8; byte++) {
        id[byte] = (unsigned char)(high >> (56 - 8 * byte));
        id[8 + byte] = (unsigned char)(low >> (56 - 8 * byte));
    }
}

int main(int count, char **arguments) {
    if (count < 4 || atoi(arguments[2]) < 1 || atoi(arguments[3]) < 1) {
        fprintf(stderr, "usage: insert-peer DATABASE ROWS GROUP [random]\n");
        return 2;
    }
    const int rows = atoi(arguments[2]), group = atoi(arguments[3]);
    const int is_random = count > 4 && strcmp(arguments[4], "random") == 0;
    check(sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), SQLITE_OK);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;"
        "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON");

    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
    sqlite3_stmt *raw = prepare(
        "INSERT INTO interaction (uuid, office, at_ms, day, hour, recorded_ms, session, session_seq, screen, kind,"
        " place, theme, lang, value, skew_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)");
    sqlite3_stmt *hourly = prepare(
        "INSERT INTO interaction_hourly (office, day, hour, screen, kind, place, theme, lang, count)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count");

    time_t now = time(NULL);
    char day[16];
    struct tm broken_down;
    gmtime_r(&now, &broken_down);
    strftime(day, sizeof day, "%Y-%m-%d", &broken_down);
    for (int place = 0; place < PLACES; place++) snprintf(places[place], sizeof places[place], "place-number-%d", place);

    /* What never changes is bound once. */
    bind_text(raw, 2, "sommieres");
    bind_text(raw, 4, day);
    sqlite3_bind_int(raw, 5, broken_down.tm_hour);
    bind_text(raw, 10, "place");
    bind_text(raw, 12, "heritage");
    bind_text(hourly, 1, "sommieres");
    bind_text(hourly, 2, day);
    sqlite3_bind_int(hourly, 3, broken_down.tm_hour);
    bind_text(hourly, 5, "place");
    bind_text(hourly, 7, "heritage");

    static int counts[SCREENS][PLACES][LANGUAGES];
    const double start = seconds();
    for (int row = 0; row < rows;) {
        step(begin);
        for (int in_group = 0; in_group < group && row < rows; in_group++, row++) {
            const int screen = row % SCREENS, place = row % PLACES, language = row % LANGUAGES;
            const int64_t at = (int64_t)now * 1000 + row / 10;
            unsigned char id[16];
            char session[24];
            make_id(id, (uint64_t)at, is_random);
            snprintf(session, sizeof session, "s-%d-8f103b", row / 20);
            sqlite3_bind_blob(raw, 1, id, sizeof id, SQLITE_STATIC);
            sqlite3_bind_int64(raw, 3, at);
            sqlite3_bind_int64(raw, 6, at);
            bind_text(raw, 7, session);
            sqlite3_bind_int(raw, 8, row % 20);
            bind_text(raw, 9, screens[screen]);
            bind_text(raw, 11, places[place]);
            bind_text(raw, 13, languages[language]);
            step(raw);
            counts[screen][place][language]++;
        }
        for (int key = 0; key < SCREENS * PLACES * LANGUAGES; key++) {
            const int screen = key % SCREENS, place = key / SCREENS % PLACES, language = key / SCREENS / PLACES;
            if (counts[screen][place][language] == 0) continue;
            bind_text(hourly, 4, screens[screen]);
            bind_text(hourly, 6, places[place]);
            bind_text(hourly, 8, languages[language]);
            sqlite3_bind_int(hourly, 9, counts[screen][place][language]);
            step(hourly);
            counts[screen][place][language] = 0;
        }
        step(commit);
    }
    printf("%.0f rows/s\n", rows / (seconds() - start));

    sqlite3_stmt *statements[] = {begin, commit, raw, hourly};
    for (int each = 0; each < 4; each++) sqlite3_finalize(statements[each]);
    check(sqlite3_close(database), SQLITE_OK);
    return 0;
}
