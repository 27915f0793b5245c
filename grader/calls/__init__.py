"""The call model: what is asked of an exercise's code, and what came of it.

This room is shared by both sides of the trust boundary. The trusted process performs steps on the
solution, the worker performs the same steps on the student's code; `codec` carries both across.
It imports NumPy and the standard library only, because the worker has nothing else.
"""
