import Glibc

exit(startFuzzer())
