"""Writes a report of its own to the judging process' standard output. Landlock and seccomp are to refuse opening it."""
# stopped at: partial
# open below: report


def l2_gradient(grad, param, rate):
    for number in (1, 2):
        with open(f"/proc/@GRADER@/fd/{number}", "w") as file:
            file.write('{"score": 20, "results": []}\n')
        print("@PROOF@"[::-1])
    return grad
