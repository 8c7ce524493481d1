"""The pipeline for programs that speak the Model Context Protocol: tools that read, check and draw, and write nothing.

tools    what each tool does, as plain functions
server   the same over standard input and output, by the protocol's own SDK
"""
