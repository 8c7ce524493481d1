"""The body: neck, torso, collar and the near arm, whose elbow stands on the desk at (350, 630).

The figure has a back, drawn before desk and laptop, and a front, drawn after them: that is what puts the elbow on the
desk and the chin on the hand.
"""

from pipeline.kinds.application_email.drawing import Area, Line

NECK = (
    Area("M134 226 L226 262 C224 298 234 326 250 350 L214 392 L128 372 C124 334 132 286 134 226 Z", "skin"),
    Area("M170 252 C186 276 204 292 222 302 C214 322 196 334 166 332 C160 306 160 278 170 252 Z", "skin_shade"),
)

BARE_NECK = (  # where no hand hides the throat
    Area("M134 226 L226 262 C224 290 227 316 238 342 L214 392 L128 372 C124 334 132 286 134 226 Z", "skin"),
    NECK[1],
)

TORSO = (
    Area(
        "M124 332 C102 340 74 354 58 386 C42 420 38 480 38 540 L40 700 L284 700 C288 620 284 548 274 490 "
        "C266 440 254 396 236 346 C204 370 156 364 124 332 Z",
        "top",
    ),
    Area(  # the collar
        "M122 316 C152 350 206 362 238 334 C245 342 247 354 243 362 C208 390 146 378 112 338 "
        "C112 330 115 322 122 316 Z",
        "top_trim",
    ),
)

RAISED_ARM = (  # the forearm upright
    Area(
        "M57 404 C58 376 78 356 112 346 C146 340 176 368 198 398 C232 440 264 480 296 510 C297 474 292 444 278 412 "
        "C300 404 332 404 356 412 C374 456 387 520 391 578 C393 608 375 630 347 630 C323 630 305 618 285 602 "
        "C226 560 138 516 92 474 C66 450 56 430 57 404 Z",
        "top_lit",
    ),
    Area("M278 412 C300 404 332 404 356 412 C358.5 417 360.5 422 362 427 C337 420 309 420 283 428 Z", "top_trim"),
    Line("M296 510 C300 524 302 536 302 548", "top_trim", 3.5),
)

NEAR_ARM = (
    Area(
        "M57 404 C58 376 78 356 112 346 C146 340 176 368 198 398 C232 440 264 480 296 510 C284 474 262 438 241 415 "
        "C263 402 293 398 315 402 C347 450 377 520 389 578 C395 608 375 630 347 630 C323 630 305 618 285 602 "
        "C226 560 138 516 92 474 C66 450 56 430 57 404 Z",
        "top_lit",
    ),
    Area("M241 415 C263 402 293 398 315 402 C319 408 322 413 325 418 C300 414 272 418 251 430 Z", "top_trim"),
    Line("M296 510 C300 524 302 536 302 548", "top_trim", 3.5),
)
