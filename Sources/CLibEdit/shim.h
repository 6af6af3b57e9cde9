// The few things of libedit that Swift can't reach by itself: el_set, el_get and history are C variadic functions, stdin and stdout are C
// globals, and what catches a signal may do next to nothing.
// https://man.netbsd.org/editline.3
#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

/// An editor of this process's terminal. What libedit complains of goes to `complaints`: it would be written into the line being edited.
static inline EditLine *vitrine_el_open(const char *program, FILE *complaints)
{
    return el_init(program, stdin, stdout, complaints);
}

static inline FILE *vitrine_stdout(void) { return stdout; }

// libedit says by comment only what el_set wants; here the compiler checks it on both sides.

static inline void vitrine_el_set_owner(EditLine *editor, void *owner) { el_set(editor, EL_CLIENTDATA, owner); }

static inline void *vitrine_el_owner(EditLine *editor)
{
    void *owner = NULL;
    el_get(editor, EL_CLIENTDATA, &owner);
    return owner;
}

static inline void vitrine_el_set_prompt(EditLine *editor, char *(*prompt)(EditLine *))
{
    el_set(editor, EL_PROMPT, prompt);
}

static inline void vitrine_el_set_reader(EditLine *editor, int (*reader)(EditLine *, wchar_t *))
{
    el_set(editor, EL_GETCFN, reader);
}

static inline void vitrine_el_use_emacs_keys(EditLine *editor) { el_set(editor, EL_EDITOR, "emacs"); }

static inline void vitrine_el_bind(EditLine *editor, const char *key, const char *function)
{
    el_set(editor, EL_BIND, key, function, NULL);
}

static inline void vitrine_el_add_function(
    EditLine *editor, const char *name, const char *help, unsigned char (*function)(EditLine *, int))
{
    el_set(editor, EL_ADDFN, name, help, function);
}

/// On: each key is read as it is pressed; off: as the terminal was before.
static inline void vitrine_el_prepare_terminal(EditLine *editor, int on) { el_set(editor, EL_PREP_TERM, on); }

static inline void vitrine_el_redraw(EditLine *editor) { el_set(editor, EL_REFRESH); }

static inline void vitrine_el_use_history(EditLine *editor, History *past) { el_set(editor, EL_HIST, history, past); }

static inline void vitrine_history_bound(History *past, int lines)
{
    HistEvent event;
    history(past, &event, H_SETSIZE, lines);
    history(past, &event, H_SETUNIQUE, 1);
}

static inline void vitrine_history_add(History *past, const char *line)
{
    HistEvent event;
    history(past, &event, H_ENTER, line);
}

/// What the terminal does by that name in its description ("up"), or NULL when it can't.
static inline const char *vitrine_el_ability(EditLine *editor, const char *name)
{
    char *ability = NULL;
    return el_get(editor, EL_GETTC, name, &ability) == 0 ? ability : NULL;
}

// POSIX's, which glibc's header shows to those who ask for X/Open only.
extern int wcwidth(wchar_t character);

/// Columns that a character takes; -1 when it isn't written.
static inline int vitrine_width(wchar_t character) { return wcwidth(character); }

/// The terminal's columns and rows; both 0 when it doesn't say.
static inline struct winsize vitrine_window(void)
{
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    return size;
}

// Signals become bytes of a pipe, which is waited for together with the keyboard: so none comes at a bad moment, and whoever records
// something is never interrupted. A handler may be run by any thread; write() is one of the few calls it may make.
static int vitrine_signal_pipe = -1;

static void vitrine_note_signal(int number)
{
    int kept = errno;
    unsigned char byte = (unsigned char)number;
    (void)!write(vitrine_signal_pipe, &byte, 1);
    errno = kept;
}

/// From now on these signals are bytes of `pipe`.
static inline void vitrine_catch_signals(int pipe, const int *numbers, int count)
{
    struct sigaction action = {0};
    vitrine_signal_pipe = pipe;
    action.sa_handler = vitrine_note_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int at = 0; at < count; at++) sigaction(numbers[at], &action, NULL);
}

#endif
