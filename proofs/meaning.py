"""Why a claim matters, in a sentence or two: what a reader of the field would use it for."""

MEANING = {
    "balance": (
        "It is the reason why a product of weights moves on a surface that the start alone decides: everything else is"
        " computed on that surface."
    ),
    "balance-decay": (
        "Weight decay lets the surface shrink at a known rate, so a balanced network stays balanced and an unbalanced"
        " one becomes balanced."
    ),
    "balance-coupled": (
        "Adam with an L2 penalty has no such law, which is why coupled and decoupled decay must be told apart below q"
        " = 2; but its differences never grow."
    ),
    "balance-complete": (
        "There is nothing more to conserve: a potential may depend on these differences and on nothing else."
    ),
    "mirror-flow-half-line": (
        "Where several weights are equally small the sign of x is kept for m_0 >= 1, and this is the mirror flow there."
    ),
    "convergence-powers": (
        "What is summable along the flow is sum |g_k|^q, and for that no bound on the gradient is needed."
    ),
    "mirror-flow": (
        "This is the theorem the paper is named after: the flow of the weights is a mirror flow of their product."
    ),
    "metric": "One polynomial P decides speed, potential and regularizer; to know R is to know P.",
    "metric-l2": (
        "The diagonal linear network is where most of the literature computes; here is its metric for every q."
    ),
    "mirror-map": "The mirror map turns steps along the flow into time: differences of R' are escape times.",
    "potential": "R is what implicit bias minimises and what a regularizer is compared with.",
    "conjugate": "Its value at the dual point is, up to the depth, the regularizer of decoupled decay.",
    "series-forms": "Series are how R' and R are evaluated, and how a computer algebra system names them.",
    "balanced-potential": "At a balanced start the whole theory is a power of |x|, and m alone tells which.",
    "metric-exponents": (
        "m governs large x (blow-up, onto), m_0 governs x near 0 (sign changes, escape): they are different numbers off"
        " balance."
    ),
    "strictly-convex": "Without it R would not be a potential at all.",
    "legendre": (
        "It settles a doubt of the reviews: R is a Legendre function for every depth, in the usual sense of the word."
    ),
    "bregman": "The conditions that a convergence proof by Bregman divergences asks for hold at every depth.",
    "bregman-as-reported": "A reader who took this at its word would discard depths at which the theory works.",
    "onto": "This is what the reported criterion is really about: whether the dual flow can run forever.",
    "onto-gf-signgf": (
        "Gradient flow loses this at depth 3, sign gradient flow never does: the contrast the paper draws."
    ),
    "saddles": "Small starts are near such points; how long a flow lingers there is what the methods differ in.",
    "saddle-order": (
        "Deeper networks have flatter saddles: order k means that gradient flow leaves at a polynomial rate."
    ),
    "convergence": "A rate in terms of coercivity, with the constant that a user may rely on.",
    "convergence-as-reported": (
        "The wrong power of B promises too much exactly where steep methods meet large gradients."
    ),
    "linear-rate": "Under the usual inequality the loss decays exponentially, with an explicit rate.",
    "coercivity": "The distance from the saddle, measured in the metric: it is what makes the rates above non-trivial.",
    "coercivity-decreasing-as-reported": (
        "Stated for all weights it is false, and the reverse of what large weights show."
    ),
    "coercivity-decreasing": "For small weights the advantage of steeper methods is real and has a proof.",
    "regularizer-decoupled": "AdamW-like decay prefers sparse solutions less and less as q falls, at a fixed depth.",
    "regularizer-coupled": "With coupled decay the induced norm does not depend on q.",
    "table1": "The summary people quote, derived cell by cell.",
    "decayed-ray": "It says when weight decay brings a small balanced network back to the saddle.",
    "example-4-17": "Sign flow with decoupled decay reaches an L1 penalty only in the limit of depth.",
    "implicit-bias-gf": "It tells which of many interpolating solutions gradient flow picks.",
    "implicit-bias-steeper-fails": (
        "It warns that the picture of a Bregman projection does not carry over to steeper flows."
    ),
    "conjugate-identity": "The regularizer needs no computation of its own: it is L times the conjugate.",
    "dual-decay": "The exact effect of decay off balance, where the surface itself moves.",
    "dual-decay-half-line": "Where R' is infinite at 0 the law holds as long as x keeps its sign.",
    "escape-time-half-line": "Where R' is infinite at 0, from the first moment on.",
    "escape-time": "Speed of leaving a saddle is a difference of mirror maps: no heuristic about paths is needed.",
    "escape-law": "It says how the escape time grows as the start shrinks, with the constant.",
    "finite-time": "Below q = 2 flows arrive, they do not only approach.",
    "generic-coercivity": (
        "The advantage of small q holds on an open set of starts, not on a set of measure 0, and not everywhere."
    ),
    "blow-up-time": "For m > 1 and a loss without a minimiser the flow can end before any time you name.",
    "blow-up-decay": "How much weight decay it takes to prevent that.",
    "saddles-decay": "Whether decay turns the saddle at 0 into an attractor decides if small starts can learn.",
    "saddles-decay-deep": "From depth 3 on an L2 penalty makes 0 a trap whatever the gradient, so a small start stays.",
    "saddles-decay-decoupled": "The same question for AdamW-like decay, where no objective decides it.",
    "margin-exponent": "Which classifier late training prefers, and when that preference has a unique answer.",
    "margin-stationary": "Why the exponent is p/L: late training meets the conditions of that margin, and of no other.",
    "margin-depth-as-reported": "Sign descent has one late preference at every depth; every other q has its own.",
    "margin-horizon-as-proposed": "The known theory of mirror flows does not carry over below q = 2.",
    "sparsity-order": "Table 1 speaks of the drift under decay: what is preferred late, or at rest, is another norm.",
    "one-sample-bias": "Below q = 2 an implicit bias in closed form survives where samples do not share features.",
    "sign-margin-rate": (
        "At q = 1 neither depth nor start decides the late direction; here is how long they are remembered."
    ),
    "discrete-balance": "With a learning rate gradient descent balances the weights, which the flow never does.",
    "discrete-sign": "Minibatch noise does not touch the balance of sign descent: only crossings of 0 and decay do.",
    "escape-steps-sign": "Sign descent leaves a saddle in a time that its depth does not change.",
    "escape-steps-two": "Two layers are the mild case: the learning rate has to grow with log(1/eps) only.",
    "escape-steps-deep": (
        "It says how large the learning rate must be for gradient descent to keep up: the abstract's words, as a bound."
    ),
    "kernel-change": "It makes feature learning a number, and shows where smaller q has more of it and where less.",
    "decay-rest": "What AdamW-like decay minimises in the end is not what Table 1 lists as its drift.",
    "decay-rest-box": "Sign descent with decoupled decay is optimisation in a box, whose side depends on the depth.",
    "kernel-change-two": (
        "Whether smaller q supports feature learning depends on how far one goes and on the definition."
    ),
    "law-squares": "The other common reparameterization keeps a quantity too, at every q.",
    "law-matrices": "The balance of two matrix layers, and of key and query: a product, not a diagonal, at q = 2 only.",
    "law-neuron": "Where weights are shared between coordinates less is conserved, and below q = 2 nothing.",
    "coercivity-decay": "Decay does not stabilise: rates that rest on coercivity run out of it, at a known speed.",
    "decay-bias": (
        "With decay that ends gradient flow still has an implicit bias: of another potential, in which the start counts"
        " as before at depth 2 and for more beyond."
    ),
    "decay-bias-path": "The bias is not only one of the limit: every point on the way is a minimiser for its own data.",
    "no-potential-rows": "How the samples are weighted decides below q = 2 what is learnt, not only how fast.",
    "rows-in-turn": "Minibatches change the implicit bias below q = 2: one sample at a time is not full batch.",
    "separable-needed": "Steepest mirror flows are about coordinates: below q = 2 nothing that mixes them is one.",
    "path-length": "In which sense iterates converge: the weights themselves do, and how far they can be is explicit.",
    "bregman-rate": "Convex losses need no coercivity at q = 2, so depths with m > 1 are covered.",
    "separable-reparameterization": "How far all of this reaches beyond products of weights.",
    "separable-conserved": "The balance equations are no accident of products: a clock in each weight is enough.",
    "separable-decay": "The law of the dual variable under decay needs no more than a homogeneous reparameterization.",
    "separable-ends": "A mirror flow may end although the weights go on: the usual model u^L - v^L shows it.",
    "discrete-flow": "Sign descent may be studied as a flow without any talk of small learning rates.",
    "discrete-step-error": "How far a step of steepest descent is from the flow that the theorems speak of.",
    "random-walk-sign": (
        "Minibatch noise turns the escape of sign descent into a walk whose odds are known at every depth."
    ),
    "random-walk-gradient": "Fair noise drives gradient descent back to the saddle, on the average of the logarithm.",
    "saddle-left": "Where m < 1 a start at w = 0 needs a convention: the flow alone does not say when it leaves.",
    "ray-time": "The time to leave in one formula, for every start, q and depth.",
    "depth-deceleration": "It says exactly when depth costs time: never at q = 1.",
    "saddle-for-ever": "Where the start w = 0 is not a choice of conventions: nothing leaves it.",
}
