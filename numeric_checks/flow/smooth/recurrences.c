/* The recurrences of producer.py in C: (a b)_k = sum_j a_j b_{k-j} and its kin, one program a field.

   A number is sum_i l_i 2^{58 (i - F)} with N = F + 1 limbs -2^57 <= l_i < 2^57, and a series keeps limb i of all its
   coefficients in one row, its plane i. A product of series is then a sum of dot products of planes, of which those with
   i + m < F - 1 are below the last bit and left out, and each ends where its planes end: the coefficients of a step
   become shorter as they matter less. Nothing here is trusted; but whatever the program says, no access leaves what
   `prepare` allocated: it checks every operand once, and `run` what it is handed. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030b0000
#include <Python.h>
#include <stdint.h>
#include <string.h>

__extension__ typedef __int128 wide; /* a compiler without it builds nothing: the recurrences in Python remain */

enum { RADIX = 58, HALVES = 29, MOST_LIMBS = 128, MOST_TERMS = 8000, MOST_FACTOR = 4096, FIELDS = 8 };
#define BASE ((int64_t)1 << RADIX)
#define MASK ((wide)BASE - 1)
#define HALF ((wide)BASE / 2)
static const size_t MOST_MEMORY = (size_t)1 << 28;
static const char NAME[] = "steepest_mirror.recurrences";

/* What an instruction does for k >= 1, o = out. The first coefficients are handed in, but for those of INTEGRATE. */
enum {
    ADD,       /* o_k = a_k + b_k */
    SUBTRACT,  /* o_k = a_k - b_k */
    NEGATE,    /* o_k = -a_k */
    MULTIPLY,  /* o_k = sum_{0 <= j <= k} a_j b_{k-j} */
    TRANSFORM, /* (o + r)_k = sum_j C[r][j] e(j)_k, r < x rows, e = operands a, a + 1, ..., b of them, C at c */
    WEIGH,     /* o_k = k a_k */
    OVER,      /* o_k = x/k sum_{1 <= j <= k} a_j b_{k-j} */
    INVERT,    /* o_k = -o_0 sum_{1 <= j <= k} a_j o_{k-j} */
    ROOT,      /* o_k = b_0 (a_k - sum_{0 < j < k} o_j o_{k-j}) */
    POWER,     /* o_k = c_0/(y k) sum_{1 <= j <= k} ((x + y) j - y k) a_j o_{k-j}, b_j = j a_j */
    INTEGRATE, /* o_{k+1} = 2^-e a_k/(k + 1) */
    OPERATIONS
};

typedef struct {
    int32_t op, out, a, b, c, x, y, unused;
} Instruction;

typedef struct {
    int F, N, T, series, length, operands; /* fraction limbs, limbs, coefficients a series, their number; program */
    Instruction *program;
    int32_t *operand;
    int64_t *constants, *limbs, *column; /* matrices, the planes of all series, one coefficient of some series */
    int32_t *extent;                     /* of each plane: coefficients from there on are 0 */
} Tape;

static int64_t *plane(const Tape *t, int s, int i) { return t->limbs + ((size_t)s * t->N + i) * t->T; }

static int least(int a, int b) { return a < b ? a : b; }

static int most(int a, int b) { return a > b ? a : b; }

/* sum_j a_j b_{-j} or, forward, sum_j a_j b_j: at most MOST_TERMS < 2^13 products of at most 2^114 */
static wide dot_backward(const int64_t *a, const int64_t *b, int n) {
    wide even = 0, odd = 0;
    int j = 0;
    for (; j + 1 < n; j += 2) {
        even += (wide)a[j] * b[-j];
        odd += (wide)a[j + 1] * b[-j - 1];
    }
    return j < n ? even + odd + (wide)a[j] * b[-j] : even + odd;
}

static wide dot_forward(const int64_t *a, const int64_t *b, int n) {
    wide sum = 0;
    for (int j = 0; j < n; j++) sum += (wide)a[j] * b[j];
    return sum;
}

/* Adds a product of limbs i and m to the columns c: c[i + m + 1 - F], of weight 2^-58 for c[0], the guard. */
static void enter(const Tape *t, wide *c, int i, int m, wide product) {
    int s = i + m + 1 - t->F;
    c[s] += product & MASK;
    c[s + 1] += product >> RADIX;
}

/* c += sum a_j b_{k-j} over low <= j < high, 0 <= low, high <= k + 1 <= T */
static void convolve(const Tape *t, wide *c, int a, int b, int k, int low, int high) {
    const int32_t *ends = t->extent + (size_t)a * t->N, *backs = t->extent + (size_t)b * t->N;
    for (int i = 0; i < t->N; i++) {
        int end = least(high, ends[i]);
        for (int m = most(0, t->F - 1 - i); m < t->N; m++) {
            int from = most(low, k + 1 - backs[m]);
            if (from < end) enter(t, c, i, m, dot_backward(plane(t, a, i) + from, plane(t, b, m) + (k - from), end - from));
        }
    }
}

static void clear(const Tape *t, wide *c) { memset(c, 0, (size_t)(t->N + 2) * sizeof(wide)); }

/* The limbs of a sum of columns, rounded; 0 where they overflow. */
static int settle(const Tape *t, const wide *c, int64_t *limbs) {
    wide carry = (c[0] + HALF) >> RADIX;
    for (int i = 0; i < t->N; i++) {
        wide total = c[i + 1] + carry;
        wide limb = ((total + HALF) & MASK) - HALF;
        limbs[i] = (int64_t)limb;
        carry = (total - limb) >> RADIX;
    }
    return carry + c[t->N + 1] == 0;
}

/* c += factor s_k */
static void include(const Tape *t, wide *c, int s, int k, int64_t factor) {
    for (int i = 0; i < t->N; i++) c[i + 1] += (wide)plane(t, s, i)[k] * factor;
}

/* limbs s_0, rounded; 0 where that overflows */
static int times(const Tape *t, int64_t *limbs, int s) {
    wide c[MOST_LIMBS + 2];
    clear(t, c);
    for (int i = 0; i < t->N; i++)
        for (int m = most(0, t->F - 1 - i); m < t->N; m++) enter(t, c, i, m, (wide)limbs[i] * plane(t, s, m)[0]);
    return settle(t, c, limbs);
}

/* limbs/divisor for 0 < divisor < 2^32, in halves of limbs: their remainders fit into 64 bits */
static int divide(const Tape *t, int64_t *limbs, int64_t divisor) {
    wide c[MOST_LIMBS + 2];
    clear(t, c);
    int64_t rest = 0, unit = (int64_t)1 << HALVES;
    for (int i = t->N - 1; i >= 0; i--) {
        int64_t high = limbs[i] >> HALVES, low = limbs[i] - high * unit;
        int64_t value = rest * unit + high, quotient = value / divisor;
        value = (value - quotient * divisor) * unit + low;
        c[i + 1] = (wide)quotient * unit + value / divisor;
        rest = value % divisor;
    }
    return settle(t, c, limbs);
}

/* limbs = 2^by s_k; 0 where that overflows */
static int shift(const Tape *t, int64_t *limbs, int s, int k, int by) {
    wide c[MOST_LIMBS + 2];
    clear(t, c);
    int whole = by >= 0 ? by / RADIX : -((RADIX - 1 - by) / RADIX), fits = 1;
    int64_t factor = (int64_t)1 << (by - whole * RADIX);
    for (int i = 0; i < t->N; i++) {
        int64_t limb = plane(t, s, i)[k];
        int place = i + 1 + whole;
        if (place > t->N)
            fits &= limb == 0;
        else if (place >= 0)
            c[place] += (wide)limb * factor;
    }
    return settle(t, c, limbs) && fits;
}

static void store(const Tape *t, int s, int k, const int64_t *limbs) {
    int32_t *extent = t->extent + (size_t)s * t->N;
    for (int i = 0; i < t->N; i++) {
        plane(t, s, i)[k] = limbs[i];
        if (limbs[i] != 0) extent[i] = most(extent[i], k + 1);
    }
}

/* The limbs of a number in two's complement, `size` bytes, the lowest first; 0 where they overflow. */
static int split(const Tape *t, int64_t *limbs, const unsigned char *bytes, int size) {
    int64_t carry = 0, negative = bytes[size - 1] >> 7, unit;
    int at = 0, held = 0, fits = 1;
    wide window = 0;
    for (int i = 0; i < t->N; i++) {
        for (; held < RADIX; held += 8) {
            unit = at < size ? bytes[at++] : 255 * negative;
            window += (wide)unit << held;
        }
        unit = (int64_t)(window & MASK) + carry;
        carry = unit >= BASE / 2;
        limbs[i] = unit - carry * BASE;
        window >>= RADIX, held -= RADIX;
    }
    for (; at < size; at++) fits &= bytes[at] == 255 * negative;
    return fits && carry == negative && window == (negative << held) - negative;
}

static int transform(const Tape *t, const Instruction *at, int k) {
    int64_t limbs[MOST_LIMBS];
    int fits = 1;
    for (int m = 0; m < t->N; m++)
        for (int j = 0; j < at->b; j++) t->column[m * at->b + j] = plane(t, t->operand[at->a + j], m)[k];
    for (int r = 0; r < at->x; r++) {
        wide c[MOST_LIMBS + 2];
        clear(t, c);
        const int64_t *row = t->constants + at->c + (size_t)r * t->N * at->b;
        for (int i = 0; i < t->N; i++)
            for (int m = most(0, t->F - 1 - i); m < t->N; m++)
                enter(t, c, i, m, dot_forward(row + (size_t)i * at->b, t->column + (size_t)m * at->b, at->b));
        fits &= settle(t, c, limbs);
        store(t, at->out + r, k, limbs);
    }
    return fits;
}

/* One instruction for the k-th coefficient; 0 where a number overflows. */
static int step(const Tape *t, const Instruction *at, int k, int e) {
    wide c[MOST_LIMBS + 2], d[MOST_LIMBS + 2];
    int64_t limbs[MOST_LIMBS];
    int fits, half = (k + 1) / 2;
    clear(t, c), clear(t, d);
    switch (at->op) {
    case ADD:
    case SUBTRACT:
        include(t, c, at->b, k, at->op == ADD ? 1 : -1); /* fall through */
    case NEGATE:
        include(t, c, at->a, k, at->op == NEGATE ? -1 : 1);
        fits = settle(t, c, limbs);
        break;
    case MULTIPLY:
        convolve(t, c, at->a, at->b, k, 0, k + 1);
        fits = settle(t, c, limbs);
        break;
    case TRANSFORM:
        return transform(t, at, k);
    case WEIGH:
        include(t, c, at->a, k, k);
        fits = settle(t, c, limbs);
        break;
    case OVER:
        convolve(t, d, at->a, at->b, k, 1, k + 1);
        for (int s = 0; s < t->N + 2; s++) c[s] = at->x * d[s];
        fits = settle(t, c, limbs) && divide(t, limbs, k);
        break;
    case INVERT:
        convolve(t, d, at->a, at->out, k, 1, k + 1);
        for (int s = 0; s < t->N + 2; s++) c[s] = -d[s];
        fits = settle(t, c, limbs) && times(t, limbs, at->out);
        break;
    case ROOT:
        convolve(t, d, at->out, at->out, k, 1, half);
        for (int s = 0; s < t->N + 2; s++) c[s] = 2 * d[s];
        if (k % 2 == 0) convolve(t, c, at->out, at->out, k, half, half + 1);
        for (int s = 0; s < t->N + 2; s++) c[s] = -c[s];
        include(t, c, at->a, k, 1);
        fits = settle(t, c, limbs) && times(t, limbs, at->b);
        break;
    case POWER:
        convolve(t, c, at->b, at->out, k, 1, k + 1);
        convolve(t, d, at->a, at->out, k, 1, k + 1);
        for (int s = 0; s < t->N + 2; s++) c[s] = c[s] * (at->x + at->y) - d[s] * ((int64_t)at->y * k);
        fits = settle(t, c, limbs) && divide(t, limbs, (int64_t)at->y * k) && times(t, limbs, at->c);
        break;
    default: /* INTEGRATE */
        if (k + 1 >= t->T) return 1;
        fits = shift(t, limbs, at->a, k, -e) && divide(t, limbs, k + 1);
        store(t, at->out, k + 1, limbs);
        return fits;
    }
    store(t, at->out, k, limbs);
    return fits;
}

static void dispose(Tape *t) {
    if (t == NULL) return;
    PyMem_Free(t->program), PyMem_Free(t->operand), PyMem_Free(t->constants);
    PyMem_Free(t->limbs), PyMem_Free(t->column), PyMem_Free(t->extent);
    PyMem_Free(t);
}

static void disposed(PyObject *capsule) { dispose(PyCapsule_GetPointer(capsule, NAME)); }

static int within(int64_t value, int64_t low, int64_t high) { return low <= value && value < high; }

/* Whether every index of an instruction lies in what it points into. */
static int sound(const Tape *t, const Instruction *at, int64_t constants) {
    int S = t->series, first = at->op == TRANSFORM;
    if (!within(at->op, 0, OPERATIONS) || !within(at->out, 0, S) || (!first && !within(at->a, 0, S))) return 0;
    if (first) {
        if (!within(at->b, 0, MOST_TERMS + 1) || !within(at->x, 0, S - at->out + 1) || !within(at->a, 0, t->operands + 1))
            return 0;
        int64_t size = (int64_t)at->b * at->x * t->N; /* < 2^13 2^31 2^8 */
        return at->b <= t->operands - at->a && at->c >= 0 && size <= constants && at->c <= constants - size;
    }
    if (at->op == POWER)
        return within(at->b, 0, S) && within(at->c, 0, S) && within(at->x, -MOST_FACTOR, MOST_FACTOR + 1) &&
               within(at->y, 1, MOST_FACTOR + 1);
    if (at->op == OVER) return within(at->b, 0, S) && within(at->x, -1, 2);
    return at->op == NEGATE || at->op == WEIGH || at->op == INVERT || at->op == INTEGRATE || within(at->b, 0, S);
}

static void *copied(const Py_buffer *from, size_t least_size) {
    size_t size = (size_t)from->len > least_size ? (size_t)from->len : least_size;
    void *to = PyMem_Calloc(size, 1);
    if (to != NULL && from->len > 0) memcpy(to, from->buf, (size_t)from->len);
    return to;
}

static const char *filled(Tape *t, const Py_buffer *program, const Py_buffer *operands, const Py_buffer *constants) {
    size_t planes = (size_t)t->series * t->N, numbers = (size_t)constants->len / sizeof(int64_t), widest = 1;
    if (planes * t->T > MOST_MEMORY / sizeof(int64_t)) return "too many numbers";
    t->length = (int)((size_t)program->len / sizeof(Instruction));
    t->operands = (int)((size_t)operands->len / sizeof(int32_t));
    t->program = copied(program, 1), t->operand = copied(operands, 1), t->constants = copied(constants, 1);
    if (t->program == NULL || t->operand == NULL || t->constants == NULL) return "no memory";
    for (int j = 0; j < t->operands; j++)
        if (!within(t->operand[j], 0, t->series)) return "an operand that is no series";
    for (size_t j = 0; j < numbers; j++)
        if (!within(t->constants[j], -BASE / 2, BASE / 2)) return "a limb that is too large";
    for (int j = 0; j < t->length; j++) {
        if (!sound(t, t->program + j, (int64_t)numbers)) return "an instruction that points outside";
        if (t->program[j].op == TRANSFORM) widest = (size_t)most((int)widest, t->program[j].b);
    }
    t->limbs = PyMem_Calloc(planes * t->T, sizeof(int64_t));
    t->extent = PyMem_Calloc(planes, sizeof(int32_t));
    t->column = PyMem_Calloc(widest * t->N, sizeof(int64_t));
    return t->limbs == NULL || t->extent == NULL || t->column == NULL ? "no memory" : NULL;
}

/* prepare(F, coefficients, series, program, operands, constants): a tape, all of whose indices were checked */
static PyObject *prepare(PyObject *self, PyObject *arguments) {
    (void)self;
    int F, T, series;
    Py_buffer program, operands, constants;
    if (!PyArg_ParseTuple(arguments, "iiiy*y*y*", &F, &T, &series, &program, &operands, &constants)) return NULL;
    const char *wrong = "a size out of range";
    Tape *t = PyMem_Calloc(1, sizeof(Tape));
    if (t != NULL && within(F, 1, MOST_LIMBS) && within(T, 1, MOST_TERMS + 1) && within(series, 1, 1 << 24) &&
        program.len < 1 << 28 && operands.len < 1 << 28 && constants.len < 1 << 28) {
        t->F = F, t->N = F + 1, t->T = T, t->series = series;
        wrong = filled(t, &program, &operands, &constants);
    }
    PyBuffer_Release(&program), PyBuffer_Release(&operands), PyBuffer_Release(&constants);
    PyObject *capsule = wrong == NULL ? PyCapsule_New(t, NAME, disposed) : NULL;
    if (capsule == NULL) dispose(t);
    if (wrong != NULL) PyErr_SetString(PyExc_ValueError, wrong);
    return capsule;
}

/* run(tape, first, e, begin, end): coefficients begin <= k < end of all series; if begin is 0, the first are handed in,
   as many bytes for each series; the k at which a number overflowed, else `end` */
static PyObject *run(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *capsule;
    Py_buffer first;
    int e, begin, end, k;
    if (!PyArg_ParseTuple(arguments, "Oy*iii", &capsule, &first, &e, &begin, &end)) return NULL;
    Tape *t = PyCapsule_GetPointer(capsule, NAME);
    Py_ssize_t size = t == NULL ? 0 : first.len / t->series;
    int valid = t != NULL && within(begin, 0, (int64_t)end + 1) && within(end, 0, t->T + 1) &&
                within(e, -RADIX * t->N, RADIX * t->N + 1) &&
                (begin > 0 || (within(size, 1, 8 * t->N + 1) && first.len == size * t->series));
    if (valid && begin == 0) {
        memset(t->extent, 0, (size_t)t->series * t->N * sizeof(int32_t));
        for (int s = 0; valid && s < t->series; s++) {
            int64_t limbs[MOST_LIMBS];
            valid = split(t, limbs, (const unsigned char *)first.buf + s * size, (int)size);
            store(t, s, 0, limbs);
        }
    }
    PyBuffer_Release(&first);
    if (!valid) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_ValueError, "coefficients out of range");
        return NULL;
    }
    for (k = begin; k < end; k++)
        for (int j = 0; j < t->length; j++)
            if ((k > 0 || t->program[j].op == INTEGRATE) && !step(t, t->program + j, k, e)) return PyLong_FromLong(k);
    return PyLong_FromLong(k);
}

/* row(tape, series, count, drop): the first coefficients over 2^{58 F - drop}, as rows of limbs, the last first */
static PyObject *row(PyObject *self, PyObject *arguments) {
    (void)self;
    PyObject *capsule;
    int s, count, drop;
    if (!PyArg_ParseTuple(arguments, "Oiii", &capsule, &s, &count, &drop)) return NULL;
    Tape *t = PyCapsule_GetPointer(capsule, NAME);
    if (t == NULL) return NULL;
    if (!within(s, 0, t->series) || !within(count, 0, t->T + 1) || !within(drop, 0, RADIX))
        return PyErr_SetString(PyExc_ValueError, "coefficients out of range"), NULL;
    PyObject *planes = PyList_New(t->N);
    for (int i = 0; planes != NULL && i < t->N; i++) {
        const int32_t *extent = t->extent + (size_t)s * t->N + i;
        int length = least(count, i + 1 < t->N ? most(extent[0], extent[1]) : extent[0]);
        PyObject *list = PyList_New(length);
        for (int k = 0; list != NULL && k < length; k++) {
            /* limb i of the number divided by 2^drop: its own upper bits and the next one's lower ones */
            int64_t own = plane(t, s, i)[k] >> drop, next = i + 1 < t->N ? plane(t, s, i + 1)[k] : 0;
            next -= (next >> drop) * ((int64_t)1 << drop);
            PyObject *limb = PyLong_FromLongLong(own + next * ((int64_t)1 << (RADIX - drop)));
            if (limb == NULL || PyList_SetItem(list, k, limb) < 0) Py_CLEAR(list);
        }
        if (list == NULL || PyList_SetItem(planes, t->N - 1 - i, list) < 0) Py_CLEAR(planes);
    }
    return planes;
}

static PyMethodDef methods[] = {
    {"prepare", prepare, METH_VARARGS, "a tape of checked instructions"},
    {"run", run, METH_VARARGS, "its coefficients from one index to another"},
    {"row", row, METH_VARARGS, "the limbs of a series"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_recurrences", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__recurrences(void) { return PyModule_Create(&module); }
