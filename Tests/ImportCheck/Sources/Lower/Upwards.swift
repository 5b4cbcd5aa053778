import Upper
