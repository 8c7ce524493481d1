"""The hands: the near one under the chin, in the frame of the figure, and the far one, resting on the keyboard."""

from pipeline.kinds.application_email.drawing import Area, Line

PALM = (  # behind the chin
    Area(
        "M247 416 C247 392 240 372 236 352 C230 334 216 316 224 300 L300 312 C316 315 325 330 324 348 "
        "C323 372 309 390 305 416 Z",
        "skin_lit",
    ),
)

FINGERS = (  # index finger and thumb, before the chin
    Area(
        "M320 352 C326 330 322 309 308 301.5 C294 295 277 296.5 264 301 C254.5 304.5 254.5 316.5 264.5 318.5 "
        "C276 320 285 320 290 326 C294 334 297 343 301 351 Z",
        "skin_lit",
    ),
    Line("M264.5 318.5 C276 320 285 320 290 326 C292.5 331 294 335 295 338", "skin_shade", 3),
    Line("M264 338 C272 337 280 340 286 347", "skin_shade", 3),
    Area(
        "M246 398 C236 372 220 346 213.5 328 C211 314.5 224.5 309 232.5 319 C241 333.5 253 346 266 358 L262 398 Z",
        "skin_lit",
    ),
    Line("M232.5 319 C241 333.5 252 346 264 356", "skin_shade", 3),
)

FAR_HAND = (  # origin: the upper end of the wrist
    Area(
        "M0 3 C18 -1 36 0 50 5 C64 9 78 15 84 20 C88 24 86 29 80 29 C72 29 64 26 58 25 C66 29 70 33 66 36 "
        "C58 38 48 33 40 32 C28 34 12 35 -2 34 Z",
        "skin",
    ),
    Line("M58 25 C52 22.5 46 21 40 20.5 M50 14 C60 17 70 20.5 78 24.5", "skin_shade", 2.2),
)
