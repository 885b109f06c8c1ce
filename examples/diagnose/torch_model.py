"""SGD on a PyTorch network near its saddle: `steepest-mirror diagnose examples/diagnose/torch_model.py`."""

import torch

from steepest_mirror.experiments.diagnosing.subject import from_torch

torch.manual_seed(0)
X, y = torch.randn(64, 5), torch.randn(64, 1)
net = torch.nn.Sequential(torch.nn.Linear(5, 4, bias=False), torch.nn.Linear(4, 1, bias=False)).double()
for p in net.parameters():
    torch.nn.init.normal_(p, std=1e-3)
subject = from_torch(net, lambda: ((net(X.double()) - y) ** 2).mean(), torch.optim.SGD(net.parameters(), lr=1e-4))
